// SPDX-License-Identifier: Apache-2.0
package podium.ui.find;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import podium.core.fleet.DomainTree;
import podium.core.text.NaturalOrder;
import podium.model.fleet.Fleet;
import podium.model.fleet.Job;
import podium.model.fleet.Named;
import podium.model.fleet.Node;
import podium.ui.filter.FilterFields;
import podium.ui.toolkit.SafeText;

/**
 * What the last word that is typed may become: names of the fleet, the terms that find understands, and after the colon of a term
 * the values that are there. In the realm.
 */
public final class FindProposals {
    /** As many as are read at a glance. */
    static final int MOST = 8;

    /** Terms of names and states are few; beyond so many values nobody reads them. */
    private static final int MOST_VALUES = 500;

    private FindProposals() {}

    /** The whole text as it would be with each of them, best first; empty where nothing more is to be said. */
    public static List<String> of(
            Fleet fleet, String typed, FilterFields<Node> nodes, FilterFields<Job> jobs, FilterFields<?> devices) {
        int begin = typed.lastIndexOf(' ') + 1;
        String before = typed.substring(0, begin);
        String raw = typed.substring(begin);
        String sign = raw.startsWith("-") ? "-" : "";
        String word = raw.substring(sign.length()).toLowerCase(Locale.ROOT);
        int colon = word.indexOf(':');
        if (word.isEmpty() || word.matches(".*[<>=].*")) {
            return List.of();
        }
        Set<String> all = new LinkedHashSet<>();
        if (colon > 0) {
            String field = word.substring(0, colon);
            int last = Math.max(colon, word.lastIndexOf(',')) + 1;
            values(fleet, field, nodes, jobs)
                    .filter(value -> value.toLowerCase(Locale.ROOT).contains(word.substring(last)))
                    .sorted(new NaturalOrder())
                    .forEach(value -> all.add(word.substring(0, last) + value));
        } else {
            terms(nodes, jobs, devices).filter(term -> term.startsWith(word)).forEach(all::add);
            List<String> names = names(fleet).toList();
            names.stream().filter(name -> low(name).startsWith(word)).forEach(all::add);
            names.stream().filter(name -> low(name).contains(word)).forEach(all::add);
        }
        return all.stream()
                .filter(proposal -> !proposal.equalsIgnoreCase(word))
                .limit(MOST)
                .map(proposal -> before + sign + proposal)
                .toList();
    }

    private static Stream<String> terms(FilterFields<?> nodes, FilterFields<?> jobs, FilterFields<?> devices) {
        return Stream.of(
                        devices.flags().stream(),
                        Stream.of(nodes, jobs)
                                .map(FilterFields::texts)
                                .flatMap(Collection::stream)
                                .map(name -> name + ":"),
                        nodes.numbers().stream().map(name -> name + ">="),
                        devices.numbers().stream().map(name -> name + "<"),
                        jobs.numbers().stream().map(name -> name + ">="))
                .flatMap(terms -> terms)
                .distinct();
    }

    private static Stream<String> values(Fleet fleet, String field, FilterFields<Node> nodes, FilterFields<Job> jobs) {
        return fleet.getClusters().stream()
                .flatMap(cluster -> Stream.concat(
                        cluster.getNodes().stream().flatMap(node -> words(nodes.value(field, node))),
                        cluster.getJobs().stream().flatMap(job -> words(jobs.value(field, job)))))
                .filter(value -> !value.isBlank())
                .distinct()
                .limit(MOST_VALUES);
    }

    /** A term is parted from the next by a space, so of a value with spaces each word is one. */
    private static Stream<String> words(String value) {
        return Stream.of(value.strip().split("\\s+"));
    }

    private static Stream<String> names(Fleet fleet) {
        return fleet.getClusters().stream()
                .flatMap(cluster -> Stream.of(
                                Stream.of(cluster),
                                DomainTree.outerFirst(cluster).stream(),
                                cluster.getJobs().stream(),
                                cluster.getNodes().stream())
                        .flatMap(things -> things))
                .map(Named::getName)
                .map(SafeText::line)
                .filter(name -> !name.isEmpty() && !name.contains(" "));
    }

    private static String low(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
