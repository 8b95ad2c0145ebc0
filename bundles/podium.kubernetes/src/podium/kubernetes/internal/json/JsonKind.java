// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.json;

/** The kind of a JSON value, as its first byte shows it. */
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
