// SPDX-License-Identifier: Apache-2.0
package podium.placement;

/**
 * Why a target takes a subject or not.
 *
 * @param words names the rule and the numbers
 * @param rule the same without the numbers of the target, so that targets can be counted by it; of what can be placed anew: what
 *     holds it as long as nobody does
 */
public record Reason(String words, String rule, Kind kind) {
    /** What it is about, where the program asks. */
    public enum Kind {
        OTHER,
        /** The node is cordoned. */
        CORDON,
        /** The node has not the labels that its selector or affinity asks for. */
        LABELS,
        /** Claims and the devices for them. */
        DEVICES,
        /** The target takes some of the tasks and not all, and nothing more is said. */
        ROOM,
        /** It is held to another node, and can be placed anew. */
        HELD,
        /** Somebody keeps it from starting wherever there is room: a queue that is stopped, a check, a gate of somebody else. */
        STOPPED,
        /** Its pods cannot be created, wherever there is room. */
        CREATION,
        /** The server has to add a toleration, and whether it does is not known. */
        TOLERATION,
        /** Something decides that is not known as it is now, or is not read. */
        UNKNOWN
    }

    /** One that is the same wherever it is said. */
    public static Reason of(String words) {
        return new Reason(words, words, Kind.OTHER);
    }

    /** One that differs in numbers from target to target. */
    public static Reason of(String words, String rule) {
        return new Reason(words, rule, Kind.OTHER);
    }

    /** One that the labels of the target give, which differs in them from target to target. */
    public static Reason ofLabels(String words, String rule) {
        return new Reason(words, rule, Kind.LABELS);
    }

    /** One that claims and devices give. */
    public static Reason ofDevices(String words) {
        return new Reason(words, words, Kind.DEVICES);
    }

    /** One that somebody gives who keeps it from starting. */
    public static Reason ofStop(String words) {
        return new Reason(words, words, Kind.STOPPED);
    }

    /** One that what is not known gives. */
    public static Reason ofUnknown(String words) {
        return new Reason(words, words, Kind.UNKNOWN);
    }
}
