// SPDX-License-Identifier: Apache-2.0
package podium.core.change;

import java.util.List;

/** Takes changes of a cluster. Any thread; keeps the order of one caller; may block when the model is far behind. */
public interface ChangeSink {
    void accept(ClusterId cluster, List<Change> changes);
}
