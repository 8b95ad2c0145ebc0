// SPDX-License-Identifier: Apache-2.0
package podium.core.text;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.jdt.annotation.Nullable;
import podium.model.fleet.Cluster;
import podium.model.fleet.Node;

/**
 * How the nodes of a cluster are called where there is little room. Clouds call nodes by DNS names of one domain
 * ({@code ip-10-0-1-7.eu-west-1.compute.internal}) or after their pool ({@code gke-prod-a3-pool-1f2e3d4c-x7zk}): cut in the
 * middle, they would all read alike; and where pools differ ({@code l40s-1}, {@code l40s-shared-1}) so would two of them. Names are
 * cleaned as {@link CleanText#clean} does. Immutable; any thread, {@link #of(Cluster)} in the realm.
 */
public final class NodeNames {
    private static final String SEPARATORS = "-_.";

    /** As many are looked at, spread over all, to find where names are best cut. */
    private static final int MOST = 256;

    private final boolean hosts;
    private final String head;
    private final List<String> some;

    /** Characters that stay of the beginning where names are cut to so many. */
    private final Map<Integer, Integer> heads = new ConcurrentHashMap<>();

    private final Map<Integer, Set<String>> alike = new ConcurrentHashMap<>();

    private NodeNames(boolean hosts, String head, List<String> some) {
        this.hosts = hosts;
        this.head = head;
        this.some = some;
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
        int step = (names.size() + MOST - 1) / MOST;
        List<String> all = List.copyOf(names);
        List<String> some = IntStream.range(0, all.size())
                .filter(i -> i % step == 0)
                .mapToObj(all::get)
                .toList();
        return new NodeNames(hosts, head(hosts ? first : names), some);
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

    /**
     * The name in at most so many characters, 1 or more, with dots in one place: {@link #rest} where there is room for it, else cut in
     * the middle; those of pools that would read alike are cut where most nodes of the cluster still read unlike each other. Without
     * its first letter it stands for itself only where nothing else does.
     */
    public String cut(String name, int most) {
        boolean told = !alike.computeIfAbsent(most, this::alike).contains(pool(brief(name)));
        return cut(name, most, told ? half(most) : heads.computeIfAbsent(most, this::bestHead));
    }

    /** The pools of which some node reads like another one where names are cut in the middle: only theirs are cut elsewhere. */
    private Set<String> alike(int most) {
        Map<String, Long> cuts = some.stream()
                .distinct()
                .collect(Collectors.groupingBy(name -> cut(name, most, half(most)), Collectors.counting()));
        return some.stream()
                .filter(name -> cuts.getOrDefault(cut(name, most, half(most)), 0L) > 1)
                .map(name -> pool(brief(name)))
                .collect(Collectors.toSet());
    }

    private static String pool(String name) {
        return name.replaceFirst("\\d+$", "");
    }

    private static int half(int most) {
        return most - 1 - (most - 1) / 2;
    }

    private String cut(String name, int most, int first) {
        String rest = rest(name);
        String brief = brief(name);
        return rest.length() <= most ? rest : CleanText.cut(brief, most, first);
    }

    /** That of half the characters, unless another one tells more of them apart. */
    private int bestHead(int most) {
        long all = some.stream().map(this::brief).distinct().count();
        int best = half(most);
        long told = distinct(most, best);
        for (int first = 1; first <= most && told < all; first++) {
            long more = distinct(most, first % most);
            if (more > told) {
                told = more;
                best = first % most;
            }
        }
        return best;
    }

    private long distinct(int most, int first) {
        return some.stream().map(name -> cut(name, most, first)).distinct().count();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NodeNames names
                && hosts == names.hosts
                && head.equals(names.head)
                && some.equals(names.some);
    }

    @Override
    public int hashCode() {
        return head.hashCode();
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
