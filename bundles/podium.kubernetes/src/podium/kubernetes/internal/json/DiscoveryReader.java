// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads what a server says about itself. */
public final class DiscoveryReader {
    private DiscoveryReader() {}

    /**
     * Who a server is.
     *
     * @param minor of 1.x; -1 when the server does not say it as a number
     */
    public record Version(String gitVersion, int minor) {
        /** Not told yet. */
        public static final Version UNKNOWN = new Version("", -1);
    }

    /** Reads the answer to /version. */
    public static Version version(byte[] body) throws IOException {
        JsonTree info = read(body);
        String minor = info.text("minor").replaceAll("\\D.*", "");
        return new Version(
                info.text("gitVersion"), minor.isEmpty() || minor.length() > 4 ? -1 : Integer.parseInt(minor));
    }

    /** Reads the answer to /apis: versions by group. */
    public static Map<String, List<String>> groups(byte[] body) throws IOException {
        Map<String, List<String>> groups = new HashMap<>();
        for (JsonTree group : read(body).at("groups").elements()) {
            groups.put(group.text("name"), group.at("versions").texts("version"));
        }
        return groups;
    }

    /** Reads the version of a list; -1: it has none that is a number. */
    public static long revision(byte[] body) throws IOException {
        String version = read(body).at("metadata").text("resourceVersion");
        return version.matches("\\d{1,18}") ? Long.parseLong(version) : -1;
    }

    /** Reads the rules of a SelfSubjectRulesReview, in any order; empty: they are not all of them, or it is none. */
    public static Optional<Set<String>> rules(byte[] body) throws IOException {
        JsonTree status = read(body).at("status");
        if (!status.exists() || "true".equals(status.text("incomplete"))) {
            return Optional.empty();
        }
        Set<String> rules = new HashSet<>();
        for (JsonTree rule : status.at("resourceRules").elements()) {
            rules.add(String.join(
                    "|",
                    "" + new TreeSet<>(rule.at("verbs").texts()),
                    "" + new TreeSet<>(rule.at("apiGroups").texts()),
                    "" + new TreeSet<>(rule.at("resources").texts())));
        }
        return Optional.of(rules);
    }

    /** Reads metadata.uid of an object; empty: it has none. */
    public static String uid(byte[] body) throws IOException {
        return read(body).at("metadata").text("uid");
    }

    private static JsonTree read(byte[] body) throws IOException {
        JsonInput in = new JsonInput(new ByteArrayInputStream(body));
        return in.more() ? JsonTree.read(in) : JsonTree.none();
    }
}
