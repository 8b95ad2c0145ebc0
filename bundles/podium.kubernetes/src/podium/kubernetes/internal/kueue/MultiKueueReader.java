// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kueue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import podium.core.api.KueueNames;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.api.ReadRefused;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;
import podium.operation.submit.TransferCompiler.Dispatch;
import podium.operation.submit.TransferCompiler.Worker;

/**
 * Where MultiKueue sends a job. Its queue has an admission check of the controller kueue.x-k8s.io/multikueue, which names a
 * MultiKueueConfig, and that names MultiKueueClusters (kueue apis/kueue/v1beta1/multikueue_types.go); the Workload says which of them
 * were asked and which took it. The Secrets with their kubeconfigs are not read. Blocks.
 */
public final class MultiKueueReader {
    private static final Pattern RESERVED = Pattern.compile("The workload got reservation on \"([^\"]+)\"");

    private final ObjectReads objects;
    private final String version;

    private MultiKueueReader(ObjectReader reader, String version) {
        this.objects = new ObjectReads(reader);
        this.version = version;
    }

    /**
     * What it does with a job; empty: it has nothing to do with it.
     *
     * @param job as it is
     * @param workload by which Kueue holds it
     */
    public static Optional<Dispatch> of(ObjectReader reader, JsonNode job, Optional<KueueWorkloadReader.Found> workload)
            throws IOException {
        boolean managed = KueueNames.MULTIKUEUE.equals(Trees.text(job, "/spec/managedBy"))
                || KueueNames.MULTIKUEUE.equals(Trees.text(job, "/spec/runPolicy/managedBy"));
        if (workload.isEmpty()) {
            return managed ? Optional.of(new Dispatch(why(job, ""), List.of())) : Optional.empty();
        }
        return new MultiKueueReader(reader, workload.get().ref().version())
                .read(job, workload.get().object(), managed);
    }

    /**
     * The cluster in which it has a Workload run; empty: in none. Before 0.13 the message of its check alone names it; and either stays
     * there when the Workload has lost its quota here, which ends what runs there (pkg/controller/admissionchecks/multikueue/workload.go).
     */
    public static String sent(JsonNode workload) {
        if (!ObjectReads.holds(workload, "QuotaReserved")) {
            return "";
        }
        String named = Trees.text(workload, "/status/clusterName");
        for (JsonNode check : workload.at("/status/admissionChecks")) {
            Matcher reserved = RESERVED.matcher(Trees.text(check, "/message"));
            if (named.isEmpty() && reserved.find() && !"Retry".equals(Trees.text(check, "/state"))) {
                named = reserved.group(1);
            }
        }
        return named;
    }

    /** Refuses to stop, from here, what runs in another cluster. */
    public static void refuseSent(String job, JsonNode workload) throws Refusal {
        String sent = sent(workload);
        if (!sent.isEmpty()) {
            throw new Refusal(
                    Texts.of("MultiKueueReader.changeEndsItInAnother", job, sent),
                    Texts.of("MultiKueueReader.deleteItWhichEnds"));
        }
    }

    /**
     * Refuses to change what it made here: it ends what is not as in its manager cluster, and sends it anew (workload.go,
     * reconcileGroup).
     */
    public static void refuseReceived(String name, JsonNode job) throws Refusal {
        if (job.path("metadata").path("labels").has(KueueNames.ORIGIN)) {
            throw new Refusal(
                    Texts.of("MultiKueueReader.multikueueCreatedHereFromAJob", name),
                    Texts.of("MultiKueueReader.deleteThatJobAndSubmit"));
        }
    }

    private Optional<Dispatch> read(JsonNode job, JsonNode workload, boolean managed) throws IOException {
        String sent = sent(workload);
        Set<String> asked = new LinkedHashSet<>();
        workload.at("/status/nominatedClusterNames").forEach(name -> asked.add(name.asText()));
        Set<String> known = new LinkedHashSet<>();
        boolean checks = false;
        for (JsonNode check : workload.at("/status/admissionChecks")) {
            Optional<JsonNode> object = find("admissionchecks", "AdmissionCheck", Trees.text(check, "/name"));
            if (object.filter(one -> Trees.text(one, "/spec/controllerName").equals(KueueNames.MULTIKUEUE))
                    .isPresent()) {
                checks = true;
                find("multikueueconfigs", "MultiKueueConfig", Trees.text(object.get(), "/spec/parameters/name"))
                        .ifPresent(config -> config.at("/spec/clusters").forEach(name -> known.add(name.asText())));
            }
        }
        if (!managed && !checks && sent.isEmpty() && asked.isEmpty()) {
            return Optional.empty();
        }
        known.addAll(asked);
        if (!sent.isEmpty()) {
            known.add(sent);
        }
        List<Worker> workers = new ArrayList<>();
        for (String name : known) {
            workers.add(new Worker(name, words(name, sent, asked.contains(name))));
        }
        return Optional.of(new Dispatch(why(job, sent), workers));
    }

    private static String why(JsonNode job, String sent) {
        String name = Trees.text(job, "/metadata/name");
        return sent.isEmpty()
                ? Texts.of("MultiKueueReader.multikueueDecidesInWhichCluster", name)
                : Texts.of("MultiKueueReader.itRunsInAnother", name, sent);
    }

    private String words(String name, String sent, boolean asked) throws IOException {
        if (name.equals(sent)) {
            return Texts.of("MultiKueueReader.multikueueHasItRun");
        }
        Optional<JsonNode> cluster = find("multikueueclusters", "MultiKueueCluster", name);
        for (JsonNode condition : cluster.orElseGet(Trees::object).at("/status/conditions")) {
            if ("Active".equals(Trees.text(condition, "/type")) && !"True".equals(Trees.text(condition, "/status"))) {
                String message = Trees.text(condition, "/message");
                return message.isEmpty()
                        ? Texts.of("MultiKueueReader.isNotReached")
                        : Texts.of("MultiKueueReader.isNotReachedBecause", message);
            }
        }
        return !sent.isEmpty()
                ? Texts.of("MultiKueueReader.multikueueHasSentItElsewhere")
                : asked
                        ? Texts.of("MultiKueueReader.multikueueHasOfferedItThere")
                        : Texts.of("MultiKueueReader.multikueueMaySendItThere");
    }

    /** Empty: it is not there, or may not be read. */
    private Optional<JsonNode> find(String resource, String kind, String name) throws IOException {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        try {
            return objects.find(new ObjectRef("kueue.x-k8s.io", version, resource, kind, "", name));
        } catch (ReadRefused refused) {
            if (refused.forbidden() || refused.isBarred()) {
                return Optional.empty();
            }
            throw refused;
        }
    }
}
