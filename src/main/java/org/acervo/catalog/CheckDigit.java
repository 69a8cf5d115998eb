package org.acervo.catalog;

/** Check digits of standard numbers, hyphens left out of account. */
final class CheckDigit {

    private CheckDigit() {}

    /**
     * The ISBN (ISO 2108) with the check digit that its other digits ask for.
     *
     * @param isbn ten or thirteen digits, the last of which may be X, with or without hyphens
     */
    static String ofIsbn(String isbn) {
        String digits = isbn.replace("-", "");
        return withLast(isbn, digits.length() == 13 ? ean(digits) : modulo11(digits, 10));
    }

    /**
     * The ISSN (ISO 3297) with the check digit that its other digits ask for.
     *
     * @param issn eight digits, the last of which may be X, with or without a hyphen
     */
    static String ofIssn(String issn) {
        return withLast(issn, modulo11(issn.replace("-", ""), 8));
    }

    /**
     * The ORCID iD with the check digit that its other digits ask for (ISO/IEC 7064, MOD 11-2).
     *
     * @param orcid sixteen digits, the last of which may be X, in groups of four with hyphens
     */
    static String ofOrcid(String orcid) {
        int total = 0;
        for (int i = 0; i < orcid.length() - 1; i++) {
            if (orcid.charAt(i) != '-') {
                total = (total + orcid.charAt(i) - '0') * 2 % 11;
            }
        }
        return withLast(orcid, digit((12 - total) % 11));
    }

    private static char ean(String digits) {
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return digit((10 - sum % 10) % 10);
    }

    private static char modulo11(String digits, int heaviest) {
        int sum = 0;
        for (int i = 0; i < heaviest - 1; i++) {
            sum += (digits.charAt(i) - '0') * (heaviest - i);
        }
        return digit((11 - sum % 11) % 11);
    }

    private static char digit(int value) {
        return value == 10 ? 'X' : (char) ('0' + value);
    }

    private static String withLast(String number, char last) {
        return number.substring(0, number.length() - 1) + last;
    }
}
