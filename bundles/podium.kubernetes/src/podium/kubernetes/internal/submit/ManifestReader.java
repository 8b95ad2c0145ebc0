// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.submit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.kubernetes.internal.client.FieldTypes.Misfit;
import podium.kubernetes.internal.client.NearName;
import podium.kubernetes.internal.client.TransportFieldHints;
import podium.kubernetes.internal.client.UnknownField;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.kind.WorkloadKinds;
import podium.kubernetes.internal.plan.ObjectClone;
import podium.kubernetes.internal.submit.ServedKinds.Served;
import podium.kubernetes.texts.Texts;
import podium.operation.submit.Manifest;
import podium.operation.submit.Manifest.At;
import podium.operation.submit.Manifest.Flaw;
import podium.operation.submit.Manifest.Item;
import podium.operation.submit.ManifestCompiler.Source;

/** From texts to objects that the server knows the kinds of, each with a name, a namespace and the pods that come of it. */
final class ManifestReader {
    /** Jobs whose names are looked for in the cluster while a manifest is written. */
    private static final int LOOKED_UP = 20;

    private final ClusterId cluster;
    private final ServedKinds served;
    private final WorkloadKinds kinds;
    private final ObjectReader server;
    private final TransportFieldHints fields;
    private final ObjectNaming naming;
    private final String namespace;
    private final List<Item> items = new ArrayList<>();
    private final List<Flaw> flaws = new ArrayList<>();
    private final Map<String, At> seen = new HashMap<>();
    private final Map<String, At> named = new HashMap<>();
    private boolean strict;

    ManifestReader(
            ClusterId cluster,
            ServedKinds served,
            WorkloadKinds kinds,
            ObjectReader server,
            TransportFieldHints fields,
            ObjectNaming naming,
            String namespace) {
        this.served = served;
        this.cluster = cluster;
        this.kinds = kinds;
        this.server = server;
        this.fields = fields;
        this.naming = naming;
        this.namespace = namespace.isBlank() ? "default" : namespace.strip();
    }

    Manifest read(List<Source> sources) throws IOException {
        Documents documents = new Documents();
        strict = sources.stream().allMatch(Source::typed);
        sources.forEach(documents::read);
        flaws.addAll(documents.flaws());
        for (Document document : documents.found()) {
            try {
                items.add(item(document));
            } catch (MalformedException e) {
                flaws.add(e.flaw());
            }
        }
        WorkReader work = new WorkReader(cluster, new ManifestFirstReader(server, items), kinds);
        List<Item> complete = new ArrayList<>();
        for (Item item : items) {
            try {
                complete.add(new Item(item.at(), item.ref(), item.body(), work.read(item)));
            } catch (UnsupportedOperationException | IllegalArgumentException e) {
                flaws.add(new Flaw(
                        item.at(),
                        Texts.of("ManifestReader.thisCannotBeRead", item.ref().kind()),
                        Texts.of("ManifestReader.checkThatListsMappings")));
            }
        }
        if (strict) {
            complete.stream()
                    .filter(item -> item.work().isPresent())
                    .limit(LOOKED_UP)
                    .filter(this::isThere)
                    .forEach(item -> flaws.add(new Flaw(
                            named.getOrDefault(item.ref().path(), item.at()),
                            Texts.of("ManifestReader.existsAlready", item.words()),
                            Texts.of("ManifestReader.giveItAnotherName"))));
        }
        // what lies in a namespace cannot come before it
        complete.sort(Comparator.comparing(item -> !item.ref().resource().equals("namespaces")));
        flaws.sort(Comparator.comparing((Flaw flaw) -> flaw.at().source())
                .thenComparing(flaw -> flaw.at().line()));
        return new Manifest(complete, flaws);
    }

    /** What cannot be asked now, the plan finds out. */
    private boolean isThere(Item item) {
        try {
            return server.read(item.ref()).isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    private Item item(Document document) throws IOException, MalformedException {
        At at = document.at();
        JsonNode object = document.object();
        String apiVersion = text(at, object, "apiVersion");
        String kind = text(at, object, "kind");
        String group = ObjectRef.groupOf(apiVersion);
        String version = ObjectRef.versionOf(apiVersion);
        Optional<UnsubmittableKinds.Why> why = UnsubmittableKinds.why(group, kind);
        if (why.isPresent()) {
            throw malformed(at, why.get().reason().apply(kind), why.get().advice());
        }
        Optional<Served> found = served.find(group, version, kind);
        if (found.isEmpty()) {
            throw unknown(at, group, version, kind);
        }
        shaped(document, kinds.of(group, kind).isPresent());
        if (strict) {
            known(document, apiVersion, kind);
            typed(document, apiVersion, kind);
        }
        Optional<String> name = naming.of(object.path("metadata"));
        if (name.isEmpty()) {
            throw malformed(
                    at,
                    Texts.of("ManifestReader.thisHasNoName", kind),
                    Texts.of("ManifestReader.writeMetadataNameOrMetadata"));
        }
        String own = object.path("metadata").path("namespace").asText();
        String where = !found.get().namespaced() ? "" : own.isEmpty() ? namespace : own;
        ObjectRef ref = new ObjectRef(group, version, found.get().resource(), kind, where, name.get());
        unique(at, ref);
        int line = document.lines().applyAsInt(List.of("metadata", "name"));
        named.put(ref.path(), line == 0 ? at : new At(at.source(), at.document(), line));
        return new Item(at, ref, Trees.write(body(object, ref)), Optional.empty());
    }

    /** Of kinds that are not known only the metadata is. */
    private static void shaped(Document document, boolean known) throws MalformedException {
        for (FieldShapes.Misshapen field : document.misshapen()) {
            if (known || field.ofMetadata()) {
                throw malformed(
                        at(document, field.line()),
                        switch (field.wanted()) {
                            case LIST -> Texts.of("ManifestReader.isNoList", field.path());
                            case MAPPING -> Texts.of("ManifestReader.isNoMapping", field.path());
                        },
                        switch (field.wanted()) {
                            case LIST -> Texts.of("ManifestReader.writeAList");
                            case MAPPING -> Texts.of("ManifestReader.writeAMapping");
                        });
            }
        }
    }

    private interface Question<T> {
        Optional<T> ask() throws IOException;
    }

    private static <T> Optional<T> asked(Question<T> question) {
        try {
            return question.ask();
        } catch (IOException e) {
            // its server says so of the plan
            return Optional.empty();
        }
    }

    /** @param line 0: not known */
    private static At at(Document document, int line) {
        At at = document.at();
        return line == 0 ? at : new At(at.source(), at.document(), line);
    }

    /** As for kubectl, which has the server refuse what it would leave out: a job without its containers fits everywhere. */
    private void known(Document document, String apiVersion, String kind) throws MalformedException {
        Optional<UnknownField> unknown = asked(() -> fields.unknown(apiVersion, kind, document.object()));
        if (unknown.isPresent()) {
            throw malformed(
                    at(document, document.lines().applyAsInt(unknown.get().path())),
                    unknown.get().words(kind),
                    Texts.of("ManifestReader.correctItsName"));
        }
    }

    /** A value of another type is what the server cannot even read, and says so in words of its own and without a line. */
    private void typed(Document document, String apiVersion, String kind) throws MalformedException {
        Optional<Misfit> misfit = asked(() -> fields.misfit(apiVersion, kind, document.object()));
        if (misfit.isPresent()) {
            throw malformed(
                    at(document, document.lines().applyAsInt(misfit.get().path())),
                    MisfitText.problem(misfit.get()),
                    MisfitText.advice(misfit.get()));
        }
    }

    private static String text(At at, JsonNode object, String field) throws MalformedException {
        if (!object.isObject()) {
            throw malformed(
                    at,
                    Texts.of("ManifestReader.thisIsNotAKubernetes"),
                    Texts.of("ManifestReader.beginWithApiversionKind"));
        }
        JsonNode value = object.path(field);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw malformed(
                    at, Texts.of("ManifestReader.isMissing", field), Texts.of("ManifestReader.sayWhatItIsApiversion"));
        }
        return value.asText();
    }

    private MalformedException unknown(At at, String group, String version, String kind) throws IOException {
        String name = kind + " (" + (group.isEmpty() ? version : group + "/" + version) + ")";
        for (String other : served.versions(group)) {
            if (!other.equals(version) && served.find(group, other, kind).isPresent()) {
                return malformed(
                        at,
                        Texts.of("ManifestReader.theClusterServesInNotIn", kind, other, version),
                        Texts.of(
                                "ManifestReader.writeApiversionIfTheFields",
                                group.isEmpty() ? other : group + "/" + other));
            }
        }
        return malformed(
                at,
                NearName.of(kind, served.kinds(group, version))
                        .map(meant -> Texts.of("ManifestReader.didYouMean", name, meant))
                        .orElseGet(() -> Texts.of("ManifestReader.theClusterDoesNotKnow", name)),
                Texts.of("ManifestReader.checkItsSpellingOrInstall"));
    }

    private void unique(At at, ObjectRef ref) throws MalformedException {
        At before = seen.putIfAbsent(ref.path(), at);
        if (before != null) {
            throw malformed(
                    at,
                    Texts.of("ManifestReader.isAlsoIn", ref.kind(), ref.name(), before.words()),
                    Texts.of("ManifestReader.giveOneOfThemAnotherName"));
        }
    }

    private static ObjectNode body(JsonNode object, ObjectRef ref) {
        ObjectNode body = ObjectClone.of(object);
        ObjectNode metadata = body.withObject("/metadata");
        metadata.remove("generateName");
        metadata.put("name", ref.name());
        if (ref.namespace().isEmpty()) {
            metadata.remove("namespace");
        } else {
            metadata.put("namespace", ref.namespace());
        }
        return body;
    }

    private static MalformedException malformed(At at, String problem, String advice) {
        return new MalformedException(new Flaw(at, problem, advice));
    }
}
