// SPDX-License-Identifier: Apache-2.0
package podium.testkit;

import java.util.Random;

/**
 * Random rules of pods, in which every rule of kube-scheduler has a fair chance to decide, as JSON that is YAML as well. Answers
 * of real schedulers are recorded for them: equal seeds draw equal rules, in the order in which they are asked for.
 */
public final class RandomRules {
    /** Labels of nodes that the rules speak of. */
    private static final String[] KEYS = {"zone", "rack", "size"};

    /** Values of the labels named size. */
    private static final String[] SIZES = {"1", "5", "9", "big"};

    private final Random random;

    public RandomRules(Random random) {
        this.random = random;
    }

    /** True so many times in a hundred. */
    public boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** One of these. */
    public String any(String... of) {
        return of[random.nextInt(of.length)];
    }

    /** Names of the labels of nodes that the rules speak of. */
    public static String[] keys() {
        return KEYS.clone();
    }

    /** Value of a node's label. */
    public String value(String key) {
        return key.equals("size") ? any(SIZES) : value();
    }

    /** Value of a label, as the rules ask for it. */
    public String value() {
        return any("a", "b", "c");
    }

    /** The text so many times in a hundred, else nothing. */
    public String maybe(int percent, String text) {
        return chance(percent) ? text : "";
    }

    /** A toleration of the taints that such nodes have. */
    public String toleration() {
        return switch (random.nextInt(5)) {
            case 0 -> "{\"operator\":\"Exists\"}";
            case 1 -> "{\"key\":\"team\",\"operator\":\"Exists\"" + maybe(50, ",\"effect\":\"NoSchedule\"") + "}";
            case 2 ->
                "{\"key\":\"node.kubernetes.io/unschedulable\",\"operator\":\"Exists\",\"effect\":\"NoSchedule\"}";
            default -> "{\"key\":\"team\",\"value\":\"" + value() + "\"}";
        };
    }

    /** A term of node affinity. */
    public String nodeTerm() {
        String expression =
                switch (random.nextInt(6)) {
                    case 0 -> expression(any(KEYS), "In", value(), value());
                    case 1 -> expression(any(KEYS), "NotIn", value());
                    case 2 -> expression(any(KEYS), "Exists");
                    case 3 -> expression(any(KEYS), "DoesNotExist");
                    case 4 -> expression("size", "Gt", "4");
                    default -> expression("size", "Lt", "6");
                };
        String fields =
                "\"matchFields\":[" + expression("metadata.name", any("In", "NotIn"), any("n0", "n1", "n2")) + "]";
        return switch (random.nextInt(4)) {
            case 0 -> "{" + fields + "}";
            case 1 -> "{\"matchExpressions\":[" + expression + "]," + fields + "}";
            default -> "{\"matchExpressions\":[" + expression + "]}";
        };
    }

    private static String expression(String key, String operator, String... values) {
        String list = values.length == 0 ? "" : ",\"values\":[\"" + String.join("\",\"", values) + "\"]";
        return "{\"key\":\"" + key + "\",\"operator\":\"" + operator + "\"" + list + "}";
    }

    /** One or two required terms of affinity between pods, with the name of their field. */
    public String podTerms() {
        return "\"requiredDuringSchedulingIgnoredDuringExecution\":[" + podTerm() + maybe(30, "," + podTerm()) + "]";
    }

    private String podTerm() {
        String namespaces = any(
                "",
                "",
                "",
                ",\"namespaces\":[\"other\"]",
                ",\"namespaceSelector\":{}",
                ",\"namespaceSelector\":{\"matchLabels\":{\"owner\":\"x\"}}");
        String keys = any("", "", "", ",\"matchLabelKeys\":[\"version\"]", ",\"mismatchLabelKeys\":[\"version\"]");
        return "{\"topologyKey\":\"" + any("kubernetes.io/hostname", "zone", "rack") + "\"," + selector(!keys.isEmpty())
                + namespaces + keys + "}";
    }

    private String selector(boolean needed) {
        return switch (random.nextInt(needed ? 8 : 10)) {
            case 0 -> "\"labelSelector\":{\"matchExpressions\":[" + expression("app", "NotIn", value()) + "]}";
            case 8 -> "\"labelSelector\":{}";
            case 9 -> "\"labelSelector\":null";
            default -> "\"labelSelector\":{\"matchLabels\":{\"app\":\"" + value() + "\"}}";
        };
    }

    /** A topology spread constraint. */
    public String spread(String key) {
        boolean hard = chance(85);
        String keys = maybe(25, ",\"matchLabelKeys\":[\"version\"]");
        return "{\"topologyKey\":\"" + key + "\",\"maxSkew\":" + (1 + random.nextInt(2)) + ",\"whenUnsatisfiable\":\""
                + (hard ? "DoNotSchedule" : "ScheduleAnyway") + "\"," + selector(!keys.isEmpty()) + keys
                + (hard ? maybe(30, ",\"minDomains\":" + (1 + random.nextInt(4))) : "")
                + maybe(30, ",\"nodeAffinityPolicy\":\"" + any("Honor", "Ignore") + "\"")
                + maybe(30, ",\"nodeTaintsPolicy\":\"" + any("Honor", "Ignore") + "\"") + "}";
    }

    /** A volume by a claim of one of the names bound, zoned, later, local, now, lone and none. */
    public String volume(String name) {
        return "{\"name\":\"" + name + "\",\"persistentVolumeClaim\":{\"claimName\":\""
                + any("bound", "zoned", "later", "local", "now", "lone", "none") + "\"}}";
    }
}
