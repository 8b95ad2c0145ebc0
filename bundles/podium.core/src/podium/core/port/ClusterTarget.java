// SPDX-License-Identifier: Apache-2.0
package podium.core.port;

import java.nio.file.Path;
import podium.core.change.ClusterId;

/** A context of a kubeconfig to open. */
public record ClusterTarget(ClusterId id, Path kubeconfig, String context, boolean simulated) {}
