package dev.assay.formats.nativesuite;

import dev.assay.contracts.suite.Limits;
import dev.assay.contracts.suite.SuiteDocument.Change;
import dev.assay.contracts.suite.SuiteDocument.RubricDimension;
import dev.assay.formats.fault.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads {@code suite.yaml}. Values that are at fault are replaced by neutral ones, so that reading goes on. */
final class ManifestReader {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,99}");
    private static final Pattern PASS_AT_K = Pattern.compile("pass@[1-9][0-9]*(\\[[A-Za-z0-9_.-]+])?");
    private static final int MAX_COUNT = 1_000_000;
    private static final double MAX_POINTS = 100;
    private static final double ROUNDING = 1e-6;

    private ManifestReader() {}

    static Manifest read(Fields fields) {
        refuseOtherEnvironments(fields);
        return new Manifest(
                fields,
                identifier(fields, "name"),
                identifier(fields, "version"),
                fields.text("description"),
                fields.date("last_updated"),
                categories(fields),
                weights(fields),
                numbers(fields, "tolerances", MAX_POINTS),
                rubric(fields),
                LimitsReader.read(fields, Limits.DEFAULT),
                changelog(fields));
    }

    private static String identifier(Fields fields, String key) {
        String text = fields.requiredText(key);
        if (!text.isEmpty() && !NAME.matcher(text).matches()) {
            fields.fault(
                    key, "'" + text + "' may have only letters, digits and . _ + - and begins with a letter or digit");
        }
        return text;
    }

    private static Map<String, Integer> categories(Fields fields) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Fields categories = fields.object("categories", Keys.CATEGORIES);
        if (categories != null) {
            for (String category :
                    categories.keys().stream().filter(Keys.CATEGORIES::contains).toList()) {
                Integer count = categories.integer(category, 0, MAX_COUNT);
                if (count != null) {
                    counts.put(category, count);
                }
            }
        }
        return counts;
    }

    private static Map<String, Double> weights(Fields fields) {
        Map<String, Double> weights = numbers(fields, "weights", 1);
        for (String component : weights.keySet()) {
            if (!Keys.WEIGHTS.contains(component)
                    && !PASS_AT_K.matcher(component).matches()) {
                fields.fault(
                        "weights",
                        "unknown component '" + component + "'" + Suggestion.didYouMean(component, Keys.WEIGHTS));
            }
        }
        double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        if (!weights.isEmpty() && Math.abs(sum - 1) > ROUNDING) {
            fields.fault("weights", "must sum to 1, not " + Math.round(sum / ROUNDING) * ROUNDING);
        }
        return weights;
    }

    private static Map<String, Double> numbers(Fields fields, String key, double most) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        Fields object = fields.anyObject(key);
        if (object != null) {
            for (String name : object.keys()) {
                Double number = object.number(name, -Double.MIN_VALUE, most);
                if (number != null) {
                    numbers.put(name, number);
                }
            }
        }
        return numbers;
    }

    private static List<RubricDimension> rubric(Fields fields) {
        List<RubricDimension> rubric = new ArrayList<>();
        for (Fields entry : fields.objects("rubric", Keys.RUBRIC)) {
            String dimension = entry.requiredText("dimension");
            entry.require("weight");
            Double weight = entry.number("weight", 0, 1);
            if (rubric.stream().anyMatch(known -> known.dimension().equals(dimension))) {
                entry.fault("dimension", "'" + dimension + "' is given twice");
            }
            rubric.add(new RubricDimension(dimension, weight == null ? 1 : weight));
        }
        return rubric;
    }

    private static void refuseOtherEnvironments(Fields fields) {
        Fields environment = fields.object("environment", Keys.ENVIRONMENT);
        String image = environment == null ? null : environment.text("image");
        if (environment != null && image != null && !image.equals("default")) {
            environment.fault("image", Keys.notYet("an image other than 'default' ('" + image + "')"));
        }
    }

    private static List<Change> changelog(Fields fields) {
        List<Change> changelog = new ArrayList<>();
        for (Fields entry : fields.objects("changelog", Keys.CHANGE)) {
            changelog.add(new Change(entry.requiredText("version"), entry.date("date"), entry.requiredText("changes")));
        }
        return changelog;
    }
}
