// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.submit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import podium.operation.submit.Manifest.At;

/**
 * One object of a manifest as it was written; what it is of is not looked at yet.
 *
 * @param misshapen its fields that are of another shape than in any kind with pods
 */
record Document(At at, JsonNode object, List<FieldShapes.Misshapen> misshapen) {}
