// SPDX-License-Identifier: Apache-2.0
package podium.ui.jobs;

import java.time.Instant;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jdt.annotation.Nullable;
import podium.model.fleet.JobState;
import podium.ui.label.StateLabels.Shown;

/**
 * A line of the Jobs table: a group, a job, or a task of a job. Made once for each change of its job, so that filter and
 * sort read ready values.
 *
 * @param key stays the same while the thing lives
 * @param thing the job or task; empty for a group
 * @param state empty for a group
 * @param stateRank order of the state: what wants an operator's eye first
 * @param failures whether the job goes on after failures that are news
 * @param jobState state of the job; of a task's line, of its job
 * @param cluster what its cluster was called when this was made, which a thing that is gone does not tell; empty for a group
 * @param priority null for groups and tasks
 * @param wanted accelerators it wants in all; null where that has no meaning
 * @param held accelerators it holds
 * @param purpose what it is for, in a word; empty: not known, or no job
 * @param part what it wants and holds where that is no whole device: slice, share; empty: whole devices
 * @param tasks running of wanted; null for a task
 * @param running tasks running, to sort by
 * @param created when it was made; null when unknown
 * @param why why it waits or failed, in words; empty: nothing to say
 * @param search all of its texts in lower case
 */
public record JobLine(
        String key,
        Optional<EObject> thing,
        Optional<Shown> state,
        int stateRank,
        boolean failures,
        JobState jobState,
        String name,
        String kind,
        String purpose,
        String queue,
        String namespace,
        String cluster,
        @Nullable Integer priority,
        @Nullable Integer wanted,
        @Nullable Integer held,
        String part,
        @Nullable String tasks,
        int running,
        @Nullable Instant created,
        String why,
        String search) {}
