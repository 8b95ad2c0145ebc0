// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.quota;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import podium.core.api.KueueNames;
import podium.core.change.SchedulingObject.Workload;
import podium.core.fleet.SchedulingObjects;
import podium.model.fleet.Cluster;
import podium.model.fleet.TaskPhase;
import podium.model.value.Labels;
import podium.model.value.TaskSpec;
import podium.placement.Subject;
import podium.placement.internal.task.GangPiece;

/**
 * The labels of its flavor that Kueue writes into the node selectors of what it admits. When that is stopped Kueue puts back the templates
 * that its Workload keeps (kueue pkg/podset/podset.go, RestorePodSpec), so that it may be admitted to another flavor. In the realm.
 */
public final class KueueInjections {
    private static final String HOSTNAME = "kubernetes.io/hostname";

    private KueueInjections() {}

    /** The pieces of a subject as their authors wrote them. */
    public static List<GangPiece> without(Subject subject, SchedulingObjects facts, Cluster cluster) {
        List<GangPiece> pieces = GangPiece.of(subject);
        return without(new QuotaRequest(subject, pieces, cluster), pieces, facts);
    }

    /**
     * The pieces as their authors wrote them, where they are admitted anew; a host that Kueue assigned stays but where they are put
     * into a queue.
     */
    static List<GangPiece> without(QuotaRequest ask, List<GangPiece> pieces, SchedulingObjects facts) {
        boolean selects =
                pieces.stream().anyMatch(piece -> !piece.spec().nodeSelector().isEmpty());
        String version = ask.job().getApiVersion() == null ? "" : ask.job().getApiVersion();
        boolean keepsItsFlavor = version.startsWith(KueueNames.GROUP + "/"); // a group of bare pods
        if (!selects || keepsItsFlavor || KueueQuota.door(ask, facts).isEmpty()) {
            return pieces;
        }
        String uid = ask.job().getUid() == null ? "" : ask.job().getUid();
        Set<String> wanted = new HashSet<>(ask.restarts() || ask.isAnew() ? List.of(uid) : List.of());
        pieces.forEach(piece -> wanted.addAll(ofPod(piece)));
        wanted.remove("");
        Map<String, List<Labels>> authored = new HashMap<>();
        for (Workload workload : wanted.isEmpty() ? List.<Workload>of() : facts.all(Workload.class)) {
            for (String of : List.of(workload.owner(), workload.name())) {
                if (wanted.contains(of) && workload.namespace().equals(ask.namespace())) {
                    authored.computeIfAbsent(of, _ -> new ArrayList<>()).addAll(workload.selectors());
                }
            }
        }
        if (authored.isEmpty()) {
            return pieces;
        }
        Optional<List<Labels>> job = Optional.ofNullable(authored.get(uid));
        Map<TaskSpec, TaskSpec> known = new IdentityHashMap<>();
        return pieces.stream()
                .map(piece -> job.or(() -> ofPod(piece).stream()
                                .filter(authored::containsKey)
                                .findFirst()
                                .map(authored::get))
                        .map(its -> new GangPiece(
                                piece.number(),
                                piece.task(),
                                known.computeIfAbsent(
                                        piece.spec(), spec -> spec.selecting(kept(spec, its, ask.isAnew()))),
                                piece.labels()))
                        .orElse(piece))
                .toList();
    }

    /** Owner or name of the Workload of a pod that was admitted by itself, or with its group, and is not held for the board. */
    private static List<String> ofPod(GangPiece piece) {
        return piece.task().filter(task -> task.getPhase() != TaskPhase.GATED).stream()
                .flatMap(task -> Stream.concat(Stream.ofNullable(task.getUid()), piece.spec().podGroup().stream()))
                .toList();
    }

    private static Labels kept(TaskSpec spec, List<Labels> authored, boolean anew) {
        Map<String, String> kept = new HashMap<>();
        spec.nodeSelector().forEach((key, value) -> {
            if (!anew && HOSTNAME.equals(key) || authored.stream().anyMatch(selector -> selector.is(key, value))) {
                kept.put(key, value);
            }
        });
        return Labels.of(kept);
    }
}
