// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import podium.core.retry.FailureRule;
import podium.core.retry.FailureRule.Action;
import podium.core.retry.JobBackoffRule;
import podium.core.retry.PodLossOutcome;
import podium.core.retry.PodLossRule;
import podium.core.retry.UncountedLossRule;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.QuantityReader;
import podium.kubernetes.internal.kind.UnknownText;
import podium.kubernetes.texts.Texts;

/** What a batch/v1 Job says of pods that it loses. */
final class JobLosses {
    /** pkg/apis/batch/v1/defaults.go. */
    private static final int BACKOFF_LIMIT = 6;

    private static final String JOB_CONTROLLER = "kubernetes.io/job-controller";

    private JobLosses() {}

    /** batch/v1 JobSpec and JobStatus; the server writes the default of backoffLimit, which is none where indexes count alone. */
    static PodLossRule rule(JsonTree spec, JsonTree status) {
        String manager = spec.text("managedBy");
        if (!manager.isEmpty() && !manager.equals(JOB_CONTROLLER)) {
            return new UncountedLossRule(PodLossOutcome.MAY_END, Texts.of("JobLosses.itIsRunByWhoseRules", manager));
        }
        if (spec.number("completions").isEmpty() && status.number("succeeded", 0) > 0) {
            return UncountedLossRule.UNREPLACED;
        }
        OptionalInt perIndex = spec.number("backoffLimitPerIndex");
        return new JobBackoffRule(
                spec.number("backoffLimit", perIndex.isPresent() ? Integer.MAX_VALUE : BACKOFF_LIMIT),
                status.number("failed", 0),
                perIndex,
                spec.number("maxFailedIndexes"),
                indexes(status.text("failedIndexes")),
                rules(spec.at("podFailurePolicy", "rules")));
    }

    private static List<FailureRule> rules(JsonTree rules) {
        List<FailureRule> read = new ArrayList<>();
        for (JsonTree rule : rules.elements()) {
            Action action =
                    switch (rule.text("action")) {
                        case "FailJob" -> Action.FAIL_JOB;
                        case "FailIndex" -> Action.FAIL_INDEX;
                        case "Ignore" -> Action.IGNORE;
                        case "Count" -> Action.COUNT;
                        default -> Action.UNKNOWN;
                    };
            boolean disruption = rule.at("onPodConditions").elements().stream().anyMatch(JobLosses::isDisruption);
            read.add(new FailureRule(
                    action,
                    disruption,
                    rule.at("onExitCodes").exists(),
                    action == Action.UNKNOWN
                            ? UnknownText.of(Texts.of("JobLosses.itsPodfailurepolicy"), "action", rule.text("action"))
                            : doubt(rule, disruption)));
        }
        return read;
    }

    /** batch/v1 PodFailurePolicyOnPodConditionsPattern: an empty status means True. */
    private static boolean isDisruption(JsonTree on) {
        return "DisruptionTarget".equals(on.text("type")) && !"False".equals(on.text("status"));
    }

    /** What a rule goes by that is neither the condition of an eviction nor the exit code. */
    private static String doubt(JsonTree rule, boolean disruption) {
        List<JsonTree> others = rule.at("onPodConditions").elements().stream()
                .filter(on -> !"DisruptionTarget".equals(on.text("type")))
                .toList();
        if (disruption || rule.at("onExitCodes").exists()) {
            return "";
        } else if (!others.isEmpty()) {
            return Texts.of(
                    "JobLosses.itsPodfailurepolicyDependsOnTheCondition",
                    others.getFirst().text("type"));
        }
        return rule.at("onPodConditions").exists() ? "" : Texts.of("JobLosses.aRuleOfItsPodfailurepolicy");
    }

    /** How many indexes a text such as "1,3-5,7" names. */
    static int indexes(String text) {
        long count = 0;
        for (String part : text.split(",", -1)) {
            String[] ends = part.split("-", -1);
            if (!part.isEmpty()) {
                long from = QuantityReader.clamp(ends[0]);
                count += ends.length < 2 ? 1 : Math.max(0, QuantityReader.clamp(ends[1]) - from) + 1;
            }
        }
        return (int) Math.min(count, Integer.MAX_VALUE);
    }
}
