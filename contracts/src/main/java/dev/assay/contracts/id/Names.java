package dev.assay.contracts.id;

final class Names {

    private static final int MAX_LENGTH = 200;

    private Names() {}

    static void requirePrintable(String what, String value) {
        if (value.isBlank() || value.length() > MAX_LENGTH || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("not a " + what + " (1 to " + MAX_LENGTH
                    + " characters, none of them a control character): '" + value + "'");
        }
    }
}
