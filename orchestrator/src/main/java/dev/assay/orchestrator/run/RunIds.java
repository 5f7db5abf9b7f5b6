package dev.assay.orchestrator.run;

import dev.assay.contracts.id.RunId;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** New names for runs. */
final class RunIds {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_DIGITS = 6;

    private RunIds() {}

    /** E.g. {@code 20261121-144501-x3k9qa}: the time in UTC and six random digits of base 36. */
    static RunId next(Instant now) {
        StringBuilder id = new StringBuilder(TIME.format(now)).append('-');
        for (int digit = 0; digit < RANDOM_DIGITS; digit++) {
            id.append(Character.forDigit(RANDOM.nextInt(Character.MAX_RADIX), Character.MAX_RADIX));
        }
        return new RunId(id.toString());
    }
}
