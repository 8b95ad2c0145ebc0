// SPDX-License-Identifier: Apache-2.0
package podium.model.value;

/**
 * The owner reference with controller=true of an object. Interned: the pods of one controller share it.
 *
 * @param work what has to be known of its kind
 */
public record ControllerRef(String apiVersion, String kind, String name, String uid, WorkKind work) {
    /** One of a kind of which nothing is known. */
    public ControllerRef(String apiVersion, String kind, String name, String uid) {
        this(apiVersion, kind, name, uid, WorkKind.UNKNOWN);
    }

    /** The five parts, separated by tabs. */
    public String text() {
        return String.join("\t", apiVersion, kind, name, uid, work.text());
    }

    /** Reads what {@link #text()} wrote. */
    public static ControllerRef parse(String text) {
        String[] parts = text.split("\t", -1);
        if (parts.length != 5) {
            throw new IllegalArgumentException("not a controller reference: " + text);
        }
        return new ControllerRef(parts[0], parts[1], parts[2], parts[3], WorkKind.parse(parts[4]));
    }
}
