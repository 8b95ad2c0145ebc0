// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.json;

/** What a JSON value is, as far as its first byte tells. */
enum JsonKind {
    OBJECT,
    ARRAY,
    NULL,
    /** A string, number or boolean. */
    SCALAR;

    static JsonKind of(byte first) {
        return switch (first) {
            case '{' -> OBJECT;
            case '[' -> ARRAY;
            case 'n' -> NULL;
            default -> SCALAR;
        };
    }
}
