// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.submit;

import com.fasterxml.jackson.databind.JsonNode;
import podium.operation.submit.Manifest.At;

/** One object of a manifest as it was written; what it is of is not looked at yet. */
record Document(At at, JsonNode object) {}
