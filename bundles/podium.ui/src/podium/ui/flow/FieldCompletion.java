// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import podium.core.api.FieldHints;
import podium.core.api.FieldHints.Hint;
import podium.core.api.FieldHints.Shape;
import podium.core.json.YamlText;
import podium.core.text.Counted;
import podium.ui.flow.ClusterNames.KnownName;
import podium.ui.prompt.YamlCompletion;
import podium.ui.prompt.YamlCompletion.Proposal;
import podium.ui.texts.Texts;

/**
 * Which fields and values the server knows for a place of a text that is being written, and which names the cluster has for it. For a
 * thread in the background.
 */
final class FieldCompletion {
    /** What is written as it is; a server may call a field anything. */
    private static final Pattern PLAIN = Pattern.compile("[\\w$][\\w./$-]*");

    /** Written by its controller; a server takes none with the object. */
    private static final String STATUS = "status";

    /** Parts the objects of a text. */
    private static final Pattern BETWEEN = Pattern.compile("(?m)^---.*$");

    private final FieldHints hints;
    private final BiFunction<NamedThing, String, List<KnownName>> names;
    private final WrittenKind kind;
    private final YamlPlace place;
    private final Optional<FlowText> flow;

    private FieldCompletion(
            FieldHints hints,
            BiFunction<NamedThing, String, List<KnownName>> names,
            WrittenKind kind,
            YamlPlace place,
            Optional<FlowText> flow) {
        this.hints = hints;
        this.names = names;
        this.kind = kind;
        this.place = place;
        this.flow = flow;
    }

    /** @param names the names of things in the namespace that the object says; empty: it says none */
    static YamlCompletion at(
            FieldHints hints, BiFunction<NamedThing, String, List<KnownName>> names, String text, int offset) {
        int begin = 0;
        int end = text.length();
        for (MatchResult line : BETWEEN.matcher(text).results().toList()) {
            if (line.end() < offset) {
                begin = line.end() + 1;
            } else {
                end = Math.min(end, Math.max(line.start(), offset));
            }
        }
        String object = text.substring(begin, end);
        Optional<FlowText> flow = FlowText.of(object, offset - begin);
        String blocks = flow.map(FlowText::text).orElse(object);
        int at = flow.map(FlowText::offset).orElse(offset - begin);
        Optional<YamlPlace> place = YamlPlace.of(blocks, at);
        Optional<WrittenKind> kind = WrittenKind.of(blocks);
        if (place.isEmpty() || kind.isEmpty()) {
            return YamlCompletion.none(offset);
        }
        try {
            return new YamlCompletion(
                    offset - at + place.get().from(),
                    offset - at + place.get().to(),
                    new FieldCompletion(hints, names, kind.get(), place.get(), flow).proposals());
        } catch (IOException e) {
            // it is a help, and what is wrong with the connection is said where it counts
            return YamlCompletion.none(offset);
        }
    }

    private Optional<Hint> hint(List<String> path) throws IOException {
        return hints.hint(kind.apiVersion(), kind.kind(), path)
                .filter(hint -> !hint.type().isEmpty());
    }

    private List<Proposal> proposals() throws IOException {
        Optional<NamedThing> named = NamedThing.at(place, kind);
        if (named.isPresent()) {
            return names(named.get());
        }
        Optional<Hint> found = hint(place.above());
        if (found.isEmpty()) {
            return List.of();
        }
        Hint hint = found.get();
        if (place.value()) {
            return values(hint);
        }
        return hint.fields().isEmpty() ? place.item() ? values(hint) : List.of() : fields(hint);
    }

    private List<Proposal> names(NamedThing thing) {
        boolean asKey = !place.value() && !place.item();
        return names.apply(thing, kind.namespace()).stream()
                .filter(known ->
                        matches(known.name()) && !(asKey && place.beside().contains(known.name())))
                .sorted(Comparator.comparing(known -> !begins(known.name())))
                .map(known -> new Proposal(
                        known.nodes().isEmpty()
                                ? known.name()
                                : Texts.of(
                                        "FieldCompletion.onNodes",
                                        known.name(),
                                        Counted.of(known.nodes().getAsInt(), "node")),
                        asKey ? known.name() + (place.named() ? "" : ": ") : YamlText.scalar(known.name()),
                        known.nodes().isEmpty()
                                ? ""
                                : Texts.of(
                                        "FieldCompletion.onNodesOf",
                                        known.nodes().getAsInt(),
                                        Counted.of(known.of(), "node"))))
                .toList();
    }

    private List<Proposal> values(Hint hint) {
        return (hint.type().equals("boolean") ? List.of("true", "false") : hint.choices())
                .stream()
                        .filter(choice -> !choice.isEmpty() && matches(choice))
                        .sorted(Comparator.comparing(choice -> !begins(choice)))
                        .map(choice -> new Proposal(choice, hint.text() ? YamlText.scalar(choice) : choice, ""))
                        .toList();
    }

    private List<Proposal> fields(Hint holder) throws IOException {
        record HeldField(String name, Hint hint) {}
        List<HeldField> known = new ArrayList<>();
        for (String name : holder.fields()) {
            boolean ours = !place.above().isEmpty() || !name.equals(STATUS);
            if (ours && PLAIN.matcher(name).matches() && !place.beside().contains(name) && matches(name)) {
                List<String> path =
                        Stream.concat(place.above().stream(), Stream.of(name)).toList();
                hint(path).ifPresent(hint -> known.add(new HeldField(name, hint)));
            }
        }
        boolean itemFirst = holder.shape() == Shape.LIST && !place.item();
        return known.stream()
                .sorted(Comparator.comparing((HeldField one) -> !begins(one.name()))
                        .thenComparing(one -> !one.hint().required())
                        .thenComparing(HeldField::name))
                .map(one -> new Proposal(
                        one.hint().required()
                                ? Texts.of(
                                        "FieldCompletion.required",
                                        one.name(),
                                        one.hint().type())
                                : one.name() + ": " + one.hint().type(),
                        inserted(one.name(), one.hint(), itemFirst),
                        FieldWords.words(one.name(), one.hint())))
                .toList();
    }

    /** The field as far as its value: what holds more goes on in the next line, or within braces or brackets. */
    private String inserted(String name, Hint hint, boolean itemFirst) {
        if (place.named()) {
            return name;
        }
        boolean holds = hint.shape() == Shape.MAP || !hint.fields().isEmpty();
        if (flow.isPresent()) {
            return (flow.get().bare() ? "{" : "") + name + (hint.shape() == Shape.LIST ? ": [" : holds ? ": {" : ": ");
        }
        String line = (itemFirst ? "- " : "") + name + ":";
        String indent = " ".repeat(place.indent() + (itemFirst ? 2 : 0));
        return hint.shape() == Shape.LIST
                ? line + "\n" + indent + "- "
                : holds ? line + "\n" + indent + "  " : line + " ";
    }

    private boolean begins(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith(place.typed().toLowerCase(Locale.ROOT));
    }

    private boolean matches(String name) {
        return name.toLowerCase(Locale.ROOT).contains(place.typed().toLowerCase(Locale.ROOT));
    }
}
