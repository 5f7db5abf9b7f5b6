package dev.assay.formats.yaml;

import dev.assay.formats.fault.Faults;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads one YAML 1.2 document without building any object that the file names. */
public final class YamlReader {

    private YamlReader() {}

    /**
     * @param file as faults name it
     * @return empty if the text is no YAML document; then a fault says why
     */
    public static Optional<YamlNode> read(String file, String text, Faults faults) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(Math.max(1, text.length()))
                .build();
        int before = faults.count();
        try {
            YamlNode root =
                    new YamlComposer(file, new Parse(settings).parseString(text).iterator(), faults).document();
            return faults.count() == before ? Optional.of(root) : Optional.empty();
        } catch (RefusedYamlException e) {
            faults.add(file, e.line(), null, e.reason());
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            faults.add(file, line, null, "not valid YAML: " + e.getProblem());
        } catch (ReaderException e) {
            int line = 1
                    + (int) text.codePoints()
                            .limit(e.getPosition())
                            .filter(character -> character == '\n')
                            .count();
            faults.add(
                    file,
                    line,
                    null,
                    String.format("not valid YAML: the character U+%04X is not allowed", e.getCodePoint()));
        } catch (YamlEngineException e) {
            faults.add(file, 0, null, "not valid YAML: " + e.getMessage());
        }
        return Optional.empty();
    }
}
