// SPDX-License-Identifier: Apache-2.0
package podium.core.text;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import podium.model.fleet.Cluster;
import podium.model.fleet.Node;

/**
 * How the nodes of a cluster are called where there is little room. Clouds call nodes by DNS names of one domain
 * ({@code ip-10-0-1-7.eu-west-1.compute.internal}) or after their pool ({@code gke-prod-a3-pool-1f2e3d4c-x7zk}): cut in the
 * middle, they would all read alike. Names are cleaned as {@link CleanText#clean} does. Immutable; any thread, {@link #of(Cluster)}
 * in the realm.
 */
public final class NodeNames {
    private static final String SEPARATORS = "-_.";

    private final boolean hosts;
    private final String head;

    private NodeNames(boolean hosts, String head) {
        this.hosts = hosts;
        this.head = head;
    }

    /** For the nodes of a cluster. */
    public static NodeNames of(Cluster cluster) {
        return of(cluster.getNodes().stream()
                .map(Node::getName)
                .map(name -> name == null ? "" : name)
                .toList());
    }

    /** For nodes of these names. */
    public static NodeNames of(Collection<String> names) {
        Set<String> first = new HashSet<>();
        boolean hosts = true;
        for (String name : names) {
            String host = host(name);
            hosts &= first.add(host) && host.chars().anyMatch(Character::isLetter);
        }
        return new NodeNames(hosts, head(hosts ? first : names));
    }

    /** The first label of a DNS name where that tells all nodes of the cluster apart, else the whole name. */
    public String brief(String name) {
        String clean = CleanText.clean(name);
        return hosts ? host(clean) : clean;
    }

    /**
     * What of {@link #brief} no other node of the cluster begins with, after dots: {@code …x7zk}; the brief name where that would
     * not be shorter.
     */
    public String rest(String name) {
        String brief = brief(name);
        return head.length() > 1 && brief.startsWith(head) && brief.length() > head.length()
                ? "…" + brief.substring(head.length())
                : brief;
    }

    private static String host(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** What all names begin with, up to and with a separator. */
    private static String head(Collection<String> names) {
        if (names.size() < 2) {
            return "";
        }
        String common = names.iterator().next();
        for (String name : names) {
            int same = 0;
            int most = Math.min(common.length(), name.length());
            while (same < most && common.charAt(same) == name.charAt(same)) {
                same++;
            }
            common = common.substring(0, same);
        }
        int end = common.length();
        while (end > 0 && SEPARATORS.indexOf(common.charAt(end - 1)) < 0) {
            end--;
        }
        return common.substring(0, end);
    }
}
