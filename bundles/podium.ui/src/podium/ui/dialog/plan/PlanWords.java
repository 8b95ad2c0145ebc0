// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog.plan;

import java.util.ArrayList;
import java.util.List;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;
import podium.ui.label.MovedJobs;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;

/** The steps of a plan in words, and the word for all of it. */
public final class PlanWords {
    private PlanWords() {}

    /** The steps, numbered. */
    public static List<String> lines(Plan plan) {
        List<String> lines = new ArrayList<>();
        int number = 0;
        for (Step step : plan.steps()) {
            lines.add(++number + "  " + step.words());
            switch (step) {
                case Step.Barrier barrier -> barrier.writes().forEach(write -> lines.add("      " + write.words()));
                case Step.EvictAll evict -> evict.victims().forEach(victim -> lines.add("      " + victim(victim)));
                case Step.Write _, Step.Await _ -> {}
            }
        }
        return lines;
    }

    private static String victim(Step.Victim victim) {
        String pod = victim.pod().namespace() + "/" + victim.pod().name();
        return victim.grace()
                .map(grace -> Texts.of("PlanWords.grace", pod, Formats.span(grace)))
                .orElse(pod);
    }

    /** The button that goes on, named after what it does. */
    public static String verb(Plan plan) {
        String kind = plan.goesOn() ? "resume" : plan.kind();
        return switch (kind) {
            case "" -> Texts.of("PlanWords.confirm");
            // it was edited before: the word would seem to lead back into the editor
            case "edit" -> Texts.of("PlanWords.apply");
            case "debug" -> Texts.of("PlanWords.add");
            case "node-shell" -> Texts.of("PlanWords.openShell");
            case "drain" -> Texts.of("PlanWords.drain");
            case "cordon" -> Texts.of("PlanWords.cordon");
            case "uncordon" -> Texts.of("PlanWords.uncordon");
            case "place" -> Texts.of("PlanWords.place");
            case "free" -> Texts.of("PlanWords.free");
            case "hold" -> Texts.of("PlanWords.hold");
            case "priority" -> Texts.of("PlanWords.priority");
            case "queue" -> Texts.of("PlanWords.queue");
            case "delete" -> Texts.of("PlanWords.delete");
            case "suspend" -> Texts.of("PlanWords.suspend");
            case "resume" -> Texts.of("PlanWords.resume");
            case "requeue" -> Texts.of("PlanWords.requeue");
            case "trigger" -> Texts.of("PlanWords.trigger");
            case "evict" -> Texts.of("PlanWords.evict");
            case "undo" -> Texts.of("PlanWords.undo");
            case "submit" ->
                plan.title().startsWith(MovedJobs.MOVE + " ")
                        ? Texts.of("PlanWords.move")
                        : Texts.of("PlanWords.submit");
            case "label" -> Texts.of("PlanWords.label");
            case "taint" -> Texts.of("PlanWords.taint");
            case "scale" -> Texts.of("PlanWords.scale");
            case "restart" -> Texts.of("PlanWords.restart");
            case "partition" -> Texts.of("PlanWords.partition");
            case "roll back" -> Texts.of("PlanWords.rollBack");
            case "cordon device" -> Texts.of("PlanWords.cordonDevice");
            case "uncordon device" -> Texts.of("PlanWords.uncordonDevice");
            default -> Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
        };
    }
}
