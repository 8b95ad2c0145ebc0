// SPDX-License-Identifier: Apache-2.0
package podium.ui.object;

import java.util.Optional;
import java.util.stream.Stream;
import podium.core.api.ServedResource;
import podium.ui.texts.Texts;
import podium.ui.toolkit.PartToolbar;
import podium.ui.toolkit.Theme;
import podium.ui.toolkit.ViewState;

/** Which kind of object is looked at, and in which namespace. UI thread. */
final class ObjectChoice {
    private static final String EVERYWHERE = Texts.of("ObjectChoice.allNamespaces");
    private static final String FIRST = "pods";

    private final ChoiceField kind;
    private final ChoiceField namespace;

    /**
     * The two fields.
     *
     * @param kept what was looked at last
     * @param chosen called when another one was picked, or typed and entered
     */
    ObjectChoice(PartToolbar bar, Theme theme, ViewState kept, Runnable chosen) {
        kind = new ChoiceField(bar, theme, Texts.of("ObjectChoice.kindOfObject"), chosen);
        namespace = new ChoiceField(bar, theme, Texts.of("ObjectChoice.namespace"), chosen);
        kind.show(kept.get("kind", String::toString).orElse(FIRST));
        show(kind.chosen(), kept.get("namespace", String::toString).orElse(""));
    }

    /** Keeps what is looked at for the next start. */
    void keep(ViewState kept) {
        kept.put("kind", kind.chosen());
        kept.put("namespace", namespace());
    }

    /** What can be picked. */
    void offer(ObjectKinds kinds) {
        kind.offer(kinds.names());
        namespace.offer(Stream.concat(Stream.of(EVERYWHERE), kinds.namespaces().stream())
                .toList());
    }

    /** Puts words into both fields; an empty namespace: all of them. Tells nobody. */
    void show(String word, String space) {
        kind.show(word);
        namespace.show(space.isEmpty() ? EVERYWHERE : space);
    }

    /** The kind that is meant, with its full name in the field from now on; empty: the server has none of that name. */
    Optional<ServedResource> resource(ObjectKinds kinds) {
        takeLine();
        Optional<ServedResource> meant = kinds.find(kind.chosen());
        meant.ifPresent(resource -> kind.show(resource.fullName()));
        return meant;
    }

    /** What was typed into the kind's field as into the command line, such as ":svc team-a", goes where it is meant for. */
    private void takeLine() {
        String[] words = kind.chosen().replaceFirst("^:\\s*", "").split("\\s+", 2);
        kind.show(words[0]);
        if (words.length > 1) {
            namespace.show(words[1].equals("all") ? EVERYWHERE : words[1]);
        }
    }

    /** What stands in the field for the kind. */
    String word() {
        return kind.chosen();
    }

    /** Empty: all of them. */
    String namespace() {
        return namespace.chosen().equals(EVERYWHERE) ? "" : namespace.chosen();
    }

    void focus() {
        kind.focus();
    }
}
