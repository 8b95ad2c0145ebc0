// SPDX-License-Identifier: Apache-2.0
package podium.core.change;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import podium.model.fleet.Cluster;

/**
 * Identity of a cluster within one console. Two are the same when their values are: names are for show, and two clusters may bear
 * the same one.
 *
 * @param value made of kubeconfig, context and server; the same at every start; never on screen
 * @param name what it is shown as, no other open cluster is shown so
 * @param context of the kubeconfig
 */
public record ClusterId(String value, String name, String context) {
    private static final Pattern SIMULATED = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** One that is shown as what it is known by. */
    public ClusterId(String value) {
        this(value, value, value);
    }

    /** What a cluster of the model is known by. In the realm. */
    public static ClusterId of(Cluster cluster) {
        String name = text(cluster.getName(), "");
        return new ClusterId(text(cluster.getId(), name), name, text(cluster.getContext(), name));
    }

    private static String text(@Nullable String given, String otherwise) {
        return given == null ? otherwise : given;
    }

    /** One of a simulated fleet: new at each start, whatever it is called. */
    public static ClusterId ofSimulated(String context) {
        return new ClusterId(context + "-" + UUID.randomUUID(), context, context);
    }

    /** Whether it is one of a simulated fleet, also of one that has ended. */
    public boolean isSimulated() {
        return value.startsWith(context + "-")
                && SIMULATED.matcher(value.substring(context.length() + 1)).matches();
    }

    /** The same, shown as something else. */
    public ClusterId named(String other) {
        return new ClusterId(value, other, context);
    }

    /** The names that an operator may have in mind who writes a rule: what is shown, and what stands in the kubeconfig. */
    public List<String> names() {
        return Stream.of(name, context).distinct().toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ClusterId id && id.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** For the operator. */
    @Override
    public String toString() {
        return name;
    }
}
