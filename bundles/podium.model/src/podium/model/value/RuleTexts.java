// SPDX-License-Identifier: Apache-2.0
package podium.model.value;

import java.util.List;
import java.util.Optional;
import podium.model.value.Spread.Inclusion;

/** Rules between pods, and ports, to text and back. What a shorter text of an older snapshot leaves out is the API's default. */
final class RuleTexts {
    private RuleTexts() {}

    static String podTerm(PodTerm term) {
        return Parts.join(List.of(
                term.topologyKey(),
                term.selector().text(),
                Parts.join(term.namespaces()),
                Parts.join(term.namespaceSelector().map(LabelSelector::text).stream()
                        .toList()),
                keys(term.keys())));
    }

    static PodTerm readPodTerm(String text) {
        List<String> parts = Parts.split(text);
        LabelSelector selector = LabelSelector.parse(parts.get(1));
        List<String> namespaces = Parts.split(parts.get(2));
        if (parts.size() < 5) {
            return new PodTerm(parts.get(0), selector, namespaces);
        }
        Optional<LabelSelector> wider =
                Parts.split(parts.get(3)).stream().findFirst().map(LabelSelector::parse);
        return new PodTerm(parts.get(0), selector, namespaces, wider, readKeys(parts.get(4)));
    }

    static String spread(Spread spread) {
        return Parts.join(List.of(
                spread.topologyKey(),
                Integer.toString(spread.maxSkew()),
                Boolean.toString(spread.hard()),
                spread.selector().text(),
                Integer.toString(spread.minDomains()),
                Boolean.toString(spread.inclusion().affinity()),
                Boolean.toString(spread.inclusion().taints()),
                keys(spread.keys())));
    }

    static Spread readSpread(String text) {
        List<String> parts = Parts.split(text);
        int skew = Integer.parseInt(parts.get(1));
        boolean hard = Boolean.parseBoolean(parts.get(2));
        LabelSelector selector = LabelSelector.parse(parts.get(3));
        return parts.size() < 8
                ? new Spread(parts.get(0), skew, hard, selector)
                : new Spread(
                        parts.get(0),
                        skew,
                        hard,
                        selector,
                        Integer.parseInt(parts.get(4)),
                        new Inclusion(Boolean.parseBoolean(parts.get(5)), Boolean.parseBoolean(parts.get(6))),
                        readKeys(parts.get(7)));
    }

    static String hostPort(HostPort port) {
        return port.port() + " " + port.protocol() + " " + port.ip();
    }

    static HostPort readHostPort(String text) {
        String[] parts = text.split(" ");
        return parts.length < 3
                ? HostPort.of(Integer.parseInt(parts[0]))
                : new HostPort(parts[2], parts[1], Integer.parseInt(parts[0]));
    }

    private static String keys(LabelKeys keys) {
        return Parts.join(List.of(Parts.join(keys.match()), Parts.join(keys.mismatch())));
    }

    private static LabelKeys readKeys(String text) {
        List<String> parts = Parts.split(text, 2);
        return new LabelKeys(Parts.split(parts.get(0)), Parts.split(parts.get(1)));
    }
}
