// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import podium.core.cluster.KubeconfigException;
import podium.kubernetes.texts.Texts;

/** A mapping of a kubeconfig together with its place, so that what is wrong can be named. */
final class LocatedMapping {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final String place;
    private final Map<?, ?> map;

    LocatedMapping(Path file, String place, Map<?, ?> map) {
        this.file = file;
        this.place = place;
        this.map = map;
    }

    static LocatedMapping empty(Path file, String place) {
        return new LocatedMapping(file, place, Map.of());
    }

    Path file() {
        return file;
    }

    boolean has(String name) {
        return map.get(name) != null;
    }

    /** A scalar as text, trimmed; empty when absent or null. */
    String text(String name) throws KubeconfigException {
        Object value = map.get(name);
        if (value instanceof Map<?, ?> || value instanceof List<?>) {
            throw wrong(
                    name, it -> Texts.of("LocatedMapping.isNotAPlain", it), Texts.of("LocatedMapping.writeItAsText"));
        }
        return value == null ? "" : value.toString().strip();
    }

    /** A scalar as a path, relative to the kubeconfig's folder. The field must be there. */
    Path path(String name) throws KubeconfigException {
        try {
            return Kubeconfig.folder(file).resolve(text(name)).normalize();
        } catch (InvalidPathException e) {
            throw wrong(
                    name,
                    it -> Texts.of("LocatedMapping.isNotAPath", it, e.getReason()),
                    Texts.of("LocatedMapping.writeThePathOfAFile"));
        }
    }

    /** Whatever it is, as JSON; empty when absent or null. */
    String json(String name) throws KubeconfigException {
        Object value = map.get(name);
        try {
            return value == null ? "" : JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw wrong(
                    name,
                    it -> Texts.of("LocatedMapping.cannotBeExpressedInJson", it),
                    Texts.of("LocatedMapping.writeAValueThatJson"));
        }
    }

    boolean flag(String name) throws KubeconfigException {
        String text = text(name);
        if (text.isEmpty() || "false".equals(text)) {
            return false;
        }
        if ("true".equals(text)) {
            return true;
        }
        throw wrong(
                name,
                it -> Texts.of("LocatedMapping.isNeitherTrueNor", it),
                Texts.of("LocatedMapping.writeTrueOrFalse"));
    }

    Optional<LocatedMapping> child(String name) throws KubeconfigException {
        Object value = map.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Map<?, ?> child) {
            return Optional.of(new LocatedMapping(file, place(name), child));
        }
        throw wrong(
                name,
                it -> Texts.of("LocatedMapping.isNotAMapping", it),
                Texts.of("LocatedMapping.writeItsFieldsBelow"));
    }

    List<String> texts(String name) throws KubeconfigException {
        List<String> texts = new ArrayList<>();
        for (Object element : list(name)) {
            texts.add(element == null ? "" : element.toString());
        }
        return texts;
    }

    List<LocatedMapping> children(String name) throws KubeconfigException {
        List<LocatedMapping> children = new ArrayList<>();
        int index = 0;
        for (Object element : list(name)) {
            if (element instanceof Map<?, ?> child) {
                children.add(new LocatedMapping(file, place(name) + "[" + index + "]", child));
            }
            index++;
        }
        return children;
    }

    private List<?> list(String name) throws KubeconfigException {
        Object value = map.get(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw wrong(
                name,
                it -> Texts.of("LocatedMapping.isNotAList", it),
                Texts.of("LocatedMapping.writeItsEntriesWithADash"));
    }

    /**
     * A list of {@code {name: ..., body: {...}}} by name; entries without a name are left out.
     */
    LocatedMapping named(String list, String body) throws KubeconfigException {
        Map<String, Map<?, ?>> entries = new LinkedHashMap<>();
        for (LocatedMapping entry : children(list)) {
            Object name = entry.map.get("name");
            if (name != null && !(name instanceof Map) && !name.toString().isBlank()) {
                entries.putIfAbsent(
                        name.toString().strip(), entry.map.get(body) instanceof Map<?, ?> fields ? fields : Map.of());
            }
        }
        return new LocatedMapping(file, list, entries);
    }

    List<String> names() {
        return map.keySet().stream().map(String::valueOf).toList();
    }

    /** The entries of a {@link #named} list, each with its place, in the order of the file. */
    Map<String, LocatedMapping> entries() {
        Map<String, LocatedMapping> entries = new LinkedHashMap<>();
        map.forEach((name, fields) -> {
            if (fields instanceof Map<?, ?> body) {
                entries.put(String.valueOf(name), new LocatedMapping(file, place + "/" + name, body));
            }
        });
        return entries;
    }

    /**
     * Says what is wrong with a field of this mapping and what to do.
     *
     * @param what of the place of the field
     */
    KubeconfigException wrong(String name, UnaryOperator<String> what, String cure) {
        return KubeconfigFile.problem(file, what.apply(place(name)), cure);
    }

    private String place(String name) {
        return place.isEmpty() ? name : place + "/" + name;
    }
}
