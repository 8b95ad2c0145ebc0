// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.submit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import podium.core.api.KueueNames;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.api.ReadRefused;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.kind.WorkloadKinds;
import podium.kubernetes.internal.kueue.KueueWorkloadReader;
import podium.kubernetes.internal.kueue.MultiKueueReader;
import podium.kubernetes.internal.kueue.QueueMarks;
import podium.kubernetes.internal.plan.ObjectClone;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.texts.Texts;
import podium.operation.plan.CreationMark;
import podium.operation.plan.OperationMark;
import podium.operation.submit.Manifest;
import podium.operation.submit.TransferCompiler;

/** Takes jobs out of a cluster, and looks up in it what jobs need. Any thread; blocks. */
final class Transfers implements TransferCompiler {
    private static final String APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private final WorkloadKinds kinds;
    private final ObjectReader reader;

    Transfers(ObjectReader reader, WorkloadKinds kinds) {
        this.reader = reader;
        this.kinds = kinds;
    }

    @Override
    public Taken take(ObjectRef job, String uid) throws IOException {
        Optional<String> text = reader.read(job);
        if (text.isEmpty()) {
            return new Taken.Stays(
                    Texts.of("Transfers.doesNotExistAnyMore", job.displayName()),
                    Texts.of("Transfers.waitUntilTheView"));
        }
        JsonNode object = Trees.read(text.get());
        if (!uid.isEmpty() && !uid.equals(ObjectReads.uid(object))) {
            return new Taken.Stays(
                    Texts.of("Transfers.wasDeletedAndRecreated", job.displayName()),
                    Texts.of("Transfers.waitUntilTheView"));
        }
        if (job.isPod()) {
            return new Taken.Stays(
                    Texts.of("Transfers.isABarePod", job.name()), Texts.of("Transfers.submitItsManifestThere"));
        }
        if (object.path("metadata").path("labels").has(KueueNames.ORIGIN)) {
            return new Taken.Stays(
                    Texts.of("Transfers.multikueueCreatedHereFromAJob", job.name()),
                    Texts.of("Transfers.moveThatInstead"));
        }
        Optional<String> owner = ObjectReads.owner(object);
        if (owner.isPresent()) {
            return new Taken.Stays(
                    Texts.of("Transfers.creates", owner.get(), job.name()), Texts.of("Transfers.moveThatInstead"));
        }
        Optional<KueueWorkloadReader.Found> workload = KueueWorkloadReader.of(reader, job, ObjectReads.uid(object));
        ObjectNode copy = ObjectClone.of(object);
        kinds.of(job).ifPresent(kind -> kind.forget(copy));
        copy.withObject("/metadata").remove("namespace");
        QueueMarks.strip(copy, workload.map(KueueWorkloadReader.Found::object));
        if (copy.path("metadata").path("annotations") instanceof ObjectNode annotations) {
            annotations.remove(List.of(APPLIED, OperationMark.KEY, CreationMark.KEY));
        }
        return new Taken.Job(Trees.write(copy), MultiKueueReader.of(reader, object, workload));
    }

    @Override
    public Needs needs(Manifest manifest) throws IOException {
        PodNeeds needs = new PodNeeds();
        for (Manifest.Item item : manifest.items()) {
            needs.add(item, Trees.read(item.body()));
        }
        return needs.without(manifest.items());
    }

    /** Those that begin with kube- are kept for Kubernetes itself (k8s.io, namespaces). */
    @Override
    public List<String> namespaces() throws IOException {
        try {
            List<String> names = new ArrayList<>();
            for (String one : reader.names(new ObjectRef("", "v1", "namespaces", "Namespace", "", ""))) {
                names.add(Trees.text(Trees.read(one), "/metadata/name"));
            }
            names.removeIf(name -> name.startsWith("kube-"));
            return names;
        } catch (ReadRefused refused) {
            if (refused.forbidden() || refused.isBarred()) {
                return List.of();
            }
            throw refused;
        }
    }

    @Override
    public List<Found> look(List<ObjectRef> objects) throws IOException {
        List<Found> found = new ArrayList<>();
        Map<String, Set<String>> secrets = new HashMap<>();
        for (ObjectRef ref : objects) {
            found.add(look(ref, secrets));
        }
        return found;
    }

    /** @param secrets names that were listed already, by namespace */
    private Found look(ObjectRef ref, Map<String, Set<String>> secrets) throws IOException {
        try {
            if (ref.resource().equals("secrets")) {
                return new Found(ref, secret(ref, secrets) ? State.THERE : State.MISSING, "");
            }
            for (ObjectRef one : versions(ref)) {
                Optional<String> text = reader.read(one);
                if (text.isPresent()) {
                    return new Found(ref, State.THERE, digest(ref, Trees.read(text.get())));
                }
            }
            return new Found(ref, State.MISSING, "");
        } catch (ReadRefused refused) {
            if (refused.forbidden() || refused.isBarred()) {
                return new Found(ref, State.UNREADABLE, "");
            }
            throw refused;
        }
    }

    private boolean secret(ObjectRef ref, Map<String, Set<String>> known) throws IOException {
        Set<String> names = known.get(ref.namespace());
        if (names == null) {
            names = new HashSet<>();
            for (String one : reader.names(ref.named(""))) {
                names.add(Trees.text(Trees.read(one), "/metadata/name"));
            }
            known.put(ref.namespace(), names);
        }
        return names.contains(ref.name());
    }

    /** The versions in which a server may have it; what is not served is not there. */
    private static List<ObjectRef> versions(ObjectRef ref) {
        List<String> versions =
                switch (ref.group()) {
                    case "kueue.x-k8s.io" -> KueueWorkloadReader.VERSIONS;
                    case "resource.k8s.io" -> List.of("v1", "v1beta2", "v1beta1");
                    default -> List.of(ref.version());
                };
        return versions.stream()
                .map(version ->
                        new ObjectRef(ref.group(), version, ref.resource(), ref.kind(), ref.namespace(), ref.name()))
                .toList();
    }

    private static String digest(ObjectRef ref, JsonNode object) {
        List<JsonNode> parts = PodNeeds.compared(ref, object);
        if (parts.isEmpty()) {
            return "";
        }
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            parts.forEach(part -> sha.update((sorted(part) + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same text for trees that differ in the order of their fields only. */
    private static String sorted(JsonNode node) {
        if (node.isObject()) {
            TreeMap<String, String> fields = new TreeMap<>();
            node.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
            return fields.toString();
        }
        if (node.isArray()) {
            List<String> all = new ArrayList<>();
            node.forEach(one -> all.add(sorted(one)));
            return all.toString();
        }
        return node.isMissingNode() ? "" : node.toString();
    }
}
