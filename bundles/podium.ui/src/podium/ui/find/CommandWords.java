// SPDX-License-Identifier: Apache-2.0
package podium.ui.find;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import podium.core.api.ServedResource;
import podium.ui.texts.Texts;

/**
 * What can be typed into the command line, and what it means: a part, a kind with or without a namespace, {@code ns NAME},
 * {@code ctx NAME}. Pure; any thread.
 *
 * @param parts their ids by name, in lower case
 * @param contexts names of the clusters that are open
 * @param kinds what the server serves; none: it is not known yet
 * @param namespaces none: they are not known
 */
public record CommandWords(
        Map<String, String> parts, List<String> contexts, List<ServedResource> kinds, List<String> namespaces) {
    private static final int MOST = 12;
    private static final String ALL = "all";
    private static final List<String> CONTEXT = List.of("ctx", "context");
    private static final List<String> NAMESPACE = List.of("ns", "namespace", "namespaces");

    public CommandWords {
        parts = Map.copyOf(parts);
        contexts = List.copyOf(contexts);
        kinds = List.copyOf(kinds);
        namespaces = List.copyOf(namespaces);
    }

    /** What a line means. */
    public sealed interface Meaning {
        /** A part is to be shown. */
        record Part(String id) implements Meaning {}

        /**
         * Objects are to be shown.
         *
         * @param kind as it was typed; empty: that of before
         * @param namespace empty string: all of them; nothing: that of before
         */
        record Objects(String kind, Optional<String> namespace) implements Meaning {}

        /** Another cluster is meant from now on. */
        record Context(String name) implements Meaning {}

        /** One is to be opened. */
        record OpenContext() implements Meaning {}

        /** Nothing is called so. */
        record Unknown(String why) implements Meaning {}
    }

    /** What a line means. */
    public Meaning read(String line) {
        String typed = line.strip().replaceFirst("^:", "").strip();
        String first = typed.split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
        String rest = typed.substring(first.length()).strip();
        if (typed.isEmpty()) {
            return new Meaning.Unknown(Texts.of("CommandWords.typeAKindA"));
        } else if (CONTEXT.contains(first)) {
            return rest.isEmpty() ? new Meaning.OpenContext() : context(rest);
        } else if (NAMESPACE.contains(first)) {
            return rest.isEmpty() ? new Meaning.Objects("namespaces", Optional.of("")) : namespace("", rest);
        }
        String part = parts.get(typed.toLowerCase(Locale.ROOT));
        if (part != null) {
            return new Meaning.Part(part);
        } else if (!kinds.isEmpty() && kinds.stream().noneMatch(kind -> kind.isCalled(first))) {
            return new Meaning.Unknown(Texts.of("CommandWords.noPartAndNo", first));
        }
        return rest.isEmpty() ? new Meaning.Objects(first, Optional.empty()) : namespace(first, rest);
    }

    private Meaning context(String name) {
        List<String> exact = contexts.stream().filter(name::equals).toList();
        List<String> like = exact.isEmpty() ? starting(contexts, name) : exact;
        return like.size() == 1
                ? new Meaning.Context(like.getFirst())
                : new Meaning.Unknown(
                        like.isEmpty()
                                ? Texts.of("CommandWords.noOpenClusterIs", name)
                                : Texts.of(
                                        "CommandWords.couldBe",
                                        name,
                                        String.join(Texts.of("CommandWords.orBetweenKinds"), like)));
    }

    private Meaning namespace(String kind, String name) {
        if (name.equals(ALL)) {
            return new Meaning.Objects(kind, Optional.of(""));
        }
        return namespaces.isEmpty() || namespaces.contains(name)
                ? new Meaning.Objects(kind, Optional.of(name))
                : new Meaning.Unknown(Texts.of("CommandWords.thereIsNoNamespace", name));
    }

    /** Lines that what is typed may become, the likeliest first. */
    public List<String> proposals(String line) {
        String typed = line.stripLeading().replaceFirst("^:", "").stripLeading();
        int space = typed.indexOf(' ');
        if (space < 0) {
            return words(typed);
        }
        String first = typed.substring(0, space);
        String rest = typed.substring(space + 1).strip();
        Stream<String> parted = starting(new TreeMap<>(parts).keySet(), typed).stream();
        boolean led = NAMESPACE.contains(first.toLowerCase(Locale.ROOT))
                || kinds.stream().anyMatch(kind -> kind.isCalled(first));
        List<String> after = CONTEXT.contains(first.toLowerCase(Locale.ROOT))
                ? starting(contexts, rest)
                : led
                        ? starting(
                                Stream.concat(namespaces.stream(), Stream.of(ALL))
                                        .toList(),
                                rest)
                        : List.of();
        return Stream.concat(parted, after.stream().map(word -> first + " " + word))
                .limit(MOST)
                .toList();
    }

    /** What Enter does with a line, as the end of a sentence; empty: it does nothing. */
    public String does(String line) {
        return switch (read(line)) {
            case Meaning.Part _ -> Texts.of("CommandWords.showsThisPart");
            case Meaning.Objects _ -> Texts.of("CommandWords.showsThemInObjects");
            case Meaning.Context _ -> Texts.of("CommandWords.goesToThisCluster");
            case Meaning.OpenContext _ -> Texts.of("CommandWords.opensACluster");
            case Meaning.Unknown _ -> "";
        };
    }

    private List<String> words(String typed) {
        if (typed.isEmpty()) {
            return List.of();
        }
        Stream<String> shortNames = kinds.stream()
                .filter(kind -> kind.shortNames().contains(typed.toLowerCase(Locale.ROOT)))
                .map(ServedResource::fullName);
        Stream<String> named = starting(
                        kinds.stream().map(ServedResource::fullName).toList(), typed)
                .stream()
                .sorted((a, b) -> Boolean.compare(a.contains("."), b.contains(".")));
        return Stream.of(
                        starting(new TreeMap<>(parts).keySet(), typed).stream(),
                        starting(List.of("ctx ", "ns "), typed).stream(),
                        shortNames,
                        named)
                .flatMap(all -> all)
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static List<String> starting(Collection<String> words, String typed) {
        String lower = typed.toLowerCase(Locale.ROOT);
        return words.stream()
                .filter(word -> word.toLowerCase(Locale.ROOT).startsWith(lower))
                .toList();
    }
}
