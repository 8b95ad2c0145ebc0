// SPDX-License-Identifier: Apache-2.0
package podium.operation.job;

import java.util.Locale;
import podium.core.api.ObjectRef;
import podium.core.fleet.JobTraits;
import podium.model.fleet.Job;

/** Names of resources by kind: the plural as in URLs. */
public final class Kinds {
    private Kinds() {}

    /** The job's own object. */
    public static ObjectRef ref(Job job) {
        String version = job.getApiVersion();
        return new ObjectRef(
                ObjectRef.groupOf(version),
                ObjectRef.versionOf(version),
                resource(job),
                job.getKind(),
                job.getNamespace(),
                job.getName());
    }

    private static String resource(Job job) {
        String known = JobTraits.of(job).resource();
        return known.isEmpty() ? plural(job.getKind()) : known;
    }

    /** English plural as the API makes it: Policy to policies, Ingress to ingresses, Pod to pods. */
    public static String plural(String kind) {
        String lower = kind.toLowerCase(Locale.ROOT);
        if (lower.endsWith("s") || lower.endsWith("x") || lower.endsWith("ch") || lower.endsWith("sh")) {
            return lower + "es";
        }
        return lower.endsWith("y") && "aeiou".indexOf(lower.charAt(lower.length() - 2)) < 0
                ? lower.substring(0, lower.length() - 1) + "ies"
                : lower + "s";
    }
}
