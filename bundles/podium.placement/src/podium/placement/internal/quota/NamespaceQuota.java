// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.quota;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.core.api.ObjectRef;
import podium.core.change.SchedulingObject.ResourceQuota;
import podium.core.fleet.SchedulingObjects;
import podium.core.job.JobTraits;
import podium.core.text.CleanText;
import podium.model.fleet.Job;
import podium.model.value.PodTerm;
import podium.model.value.QuotaTerms;
import podium.model.value.Requirement;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;
import podium.placement.internal.task.GangPiece;
import podium.placement.texts.Texts;

/**
 * Quotas of the namespace over the pods that are still to be made: those that exist are counted already, and one that is
 * made again takes the place of another (kubernetes pkg/quota/v1/evaluator/core/pods.go).
 */
final class NamespaceQuota {
    static final String REQUESTS = "requests.";
    private static final String LIMITS = "limits.";
    private static final String COUNT = "count/";

    private final QuotaRequest ask;
    private final List<QuotaShortage> found = new ArrayList<>();

    NamespaceQuota(QuotaRequest ask) {
        this.ask = ask;
    }

    List<QuotaShortage> of(SchedulingObjects facts) {
        List<GangPiece> unmade = ask.unmade();
        if (unmade.isEmpty()) {
            return found;
        }
        for (ResourceQuota quota : facts.all(ResourceQuota.class)) {
            if (quota.namespace().equals(ask.namespace())) {
                judge(quota, unmade);
            }
        }
        return found;
    }

    private void judge(ResourceQuota quota, List<GangPiece> unmade) {
        List<TaskSpec> counted = counted(quota, unmade);
        Map<String, Long> asks = asks(counted);
        if (ask.supposed() && quota.scopes().isEmpty()) {
            asks.merge(object(ask.job()), 1L, Long::sum);
        }
        String who = Texts.of(
                "NamespaceQuota.quotaOfNamespace", CleanText.clean(quota.name()), CleanText.clean(quota.namespace()));
        quota.hard().forEach((name, hard) -> {
            long wanted = asks.getOrDefault(alias(name), 0L);
            long used = quota.used().get(name);
            if (wanted > 0 && used + wanted > hard) {
                boolean limits = name.startsWith(LIMITS);
                String resource = limits ? name.substring(LIMITS.length()) : bare(name);
                String kind = limits ? Texts.of("NamespaceQuota.hardOfLimits") : "hard";
                found.add(new QuotaShortage(
                        QuotaShortage.words(who, resource, hard, kind, used, wanted, ""),
                        wanted > hard,
                        true,
                        List.of(),
                        ask.cure("ResourceQuota", quota.namespace(), quota.name(), bare(name), used + wanted - hard)));
            }
            if (counted.stream().anyMatch(spec -> spec.quota().unset().contains(alias(name)))) {
                found.add(new QuotaShortage(
                        Texts.of("NamespaceQuota.countsWhichNotEvery", who, name),
                        false,
                        true,
                        List.of(),
                        Optional.empty()));
            }
        });
    }

    private static List<TaskSpec> counted(ResourceQuota quota, List<GangPiece> unmade) {
        return unmade.stream()
                .map(GangPiece::spec)
                .filter(spec -> quota.scopes().stream().allMatch(scope -> matches(scope, spec)))
                .toList();
    }

    private static Map<String, Long> asks(List<TaskSpec> counted) {
        Map<String, Long> asks = new HashMap<>();
        counted.forEach(spec -> amounts(spec).forEach((name, amount) -> asks.merge(name, amount, Long::sum)));
        return asks;
    }

    /** What pods still to be made take of a quota; empty: nothing. */
    Optional<Map<String, Long>> asks(ResourceQuota quota, List<GangPiece> unmade) {
        return Optional.of(asks(counted(quota, unmade)))
                .filter(asks -> quota.namespace().equals(ask.namespace()) && !asks.isEmpty());
    }

    /** The quota once that is taken. */
    static ResourceQuota plus(ResourceQuota quota, Map<String, Long> asks) {
        Map<String, Long> used = quota.used().toMap();
        quota.hard().forEach((name, hard) -> used.merge(name, asks.getOrDefault(alias(name), 0L), Long::sum));
        return new ResourceQuota(quota.namespace(), quota.name(), quota.hard(), Resources.of(used), quota.scopes());
    }

    /** What one pod counts for, by the names of quotas. */
    private static Map<String, Long> amounts(TaskSpec spec) {
        Map<String, Long> amounts = new HashMap<>();
        spec.requests().forEach((name, amount) -> amounts.put(REQUESTS + name, amount));
        spec.quota().limits().forEach((name, amount) -> amounts.put(LIMITS + name, amount));
        amounts.put(Resources.PODS, 1L);
        amounts.put(COUNT + Resources.PODS, 1L);
        return amounts;
    }

    /** Some resources have two names in a quota. */
    private static String alias(String name) {
        boolean plain = Resources.CPU.equals(name)
                || Resources.MEMORY.equals(name)
                || "ephemeral-storage".equals(name)
                || name.startsWith("hugepages-");
        return plain ? REQUESTS + name : name;
    }

    /** As the model of the queues names it. */
    private static String bare(String name) {
        return name.startsWith(REQUESTS) ? name.substring(REQUESTS.length()) : name;
    }

    /** The name under which objects of its kind are counted: count/jobs.batch. */
    private static String object(Job job) {
        String resource = JobTraits.of(job).resource();
        String group = ObjectRef.groupOf(job.getApiVersion() == null ? "" : job.getApiVersion());
        return resource.isEmpty() || JobTraits.isPod(job)
                ? ""
                : COUNT + resource + (group.isEmpty() ? "" : "." + group);
    }

    private static boolean matches(Requirement scope, TaskSpec spec) {
        QuotaTerms terms = spec.quota();
        return switch (scope.key()) {
            case "Terminating" -> terms.deadline();
            case "NotTerminating" -> !terms.deadline();
            case "BestEffort" -> bestEffort(spec);
            case "NotBestEffort" -> !bestEffort(spec);
            case "PriorityClass" ->
                scope.matches(terms.priorityClass().isEmpty() ? Optional.empty() : Optional.of(terms.priorityClass()));
            case "CrossNamespacePodAffinity" -> elsewhere(spec.podAffinity()) || elsewhere(spec.podAntiAffinity());
            default -> false;
        };
    }

    /** Neither cores nor memory are asked for or limited (QoS). */
    private static boolean bestEffort(TaskSpec spec) {
        return spec.requests().get(Resources.CPU) == 0
                && spec.requests().get(Resources.MEMORY) == 0
                && spec.quota().limits().get(Resources.CPU) == 0
                && spec.quota().limits().get(Resources.MEMORY) == 0;
    }

    private static boolean elsewhere(List<PodTerm> terms) {
        return terms.stream()
                .anyMatch(term ->
                        !term.namespaces().isEmpty() || term.namespaceSelector().isPresent());
    }
}
