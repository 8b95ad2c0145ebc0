// SPDX-License-Identifier: Apache-2.0
package podium.placement;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a queue says of a job that is stopped and has to be admitted anew.
 *
 * @param barred why it would not start again however long it waits, until somebody changes the queue; empty: it would
 * @param waits what it would wait for first, in words; empty: nothing
 * @param evicts whom the queue may stop at once to admit it, one each, with what is lost; empty: nobody
 * @param checks names of the AdmissionChecks that it waits for once its quota is reserved
 */
public record Readmission(List<Obstacle> barred, List<String> waits, List<String> evicts, List<String> checks) {
    /** Nothing keeps it from being admitted again. */
    public static final Readmission GRANTED = new Readmission(List.of(), List.of(), List.of(), List.of());

    public Readmission {
        barred = List.copyOf(barred);
        waits = List.copyOf(waits);
        evicts = List.copyOf(evicts);
        checks = List.copyOf(checks);
    }

    /** Why its quota is not reserved, in words. */
    public List<String> words() {
        return Stream.concat(barred.stream().map(Obstacle::words), waits.stream())
                .toList();
    }
}
