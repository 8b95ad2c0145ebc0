// SPDX-License-Identifier: Apache-2.0
package podium.ui.jobs;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import podium.model.fleet.Job;
import podium.ui.table.Rows.Fold;
import podium.ui.table.Rows.Row;

/** Jobs one below the other, none unfolded: a row is made when it is looked at, not for all 150,000 at each keystroke. */
final class FlatRows extends AbstractList<Row<JobLine>> implements RandomAccess {
    private final List<JobLine> jobs;

    FlatRows(List<JobLine> jobs) {
        this.jobs = jobs;
    }

    @Override
    public Row<JobLine> get(int index) {
        JobLine line = jobs.get(index);
        boolean leaf = ((Job) line.thing().orElseThrow()).getTasks().isEmpty();
        return new Row<>(line.key(), line, 0, leaf ? Fold.NONE : Fold.CLOSED);
    }

    @Override
    public int size() {
        return jobs.size();
    }
}
