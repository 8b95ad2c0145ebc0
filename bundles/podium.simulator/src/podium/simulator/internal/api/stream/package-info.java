// SPDX-License-Identifier: Apache-2.0
/**
 * Exec, attach and port-forward: a WebSocket whose messages begin with the number of a channel
 * (staging/src/k8s.io/apimachinery/pkg/util/remotecommand/constants.go, KEP-4006), and behind it a small shell with a terminal.
 */
@NonNullByDefault
package podium.simulator.internal.api.stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
