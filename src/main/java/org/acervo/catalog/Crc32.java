package org.acervo.catalog;

/**
 * Joins CRC-32 checksums (RFC 1952 section 8) without the bytes: appending n bytes multiplies the polynomial of what came
 * before by x to the power of 8n, modulo the CRC's own polynomial over GF(2).
 */
public final class Crc32 {

    private static final int POLYNOMIAL = 0xEDB88320;
    private static final int ONE = 1 << 31;

    /** x to the power of 2 to the power of the index. */
    private static final int[] POWERS = powers();

    private Crc32() {}

    /**
     * The checksum of two byte strings, one after the other.
     *
     * @param first checksum of the first
     * @param second checksum of the second
     * @param length how many bytes the second has
     */
    public static int join(int first, int second, long length) {
        int shift = ONE;
        int power = 3;
        for (long rest = length; rest != 0; rest >>>= 1, power++) {
            if ((rest & 1) == 1) {
                shift = multiply(POWERS[power & 31], shift);
            }
        }
        return multiply(shift, first) ^ second;
    }

    private static int[] powers() {
        int[] powers = new int[32];
        powers[0] = 1 << 30;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = multiply(powers[i - 1], powers[i - 1]);
        }
        return powers;
    }

    /** The product of two polynomials, whose highest bit is the coefficient of 1. */
    private static int multiply(int a, int b) {
        int product = 0;
        int factor = b;
        for (int bit = ONE; bit != 0; bit >>>= 1) {
            if ((a & bit) != 0) {
                product ^= factor;
            }
            factor = (factor & 1) == 0 ? factor >>> 1 : factor >>> 1 ^ POLYNOMIAL;
        }
        return product;
    }
}
