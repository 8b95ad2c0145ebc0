// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.submit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.ToIntFunction;
import podium.operation.submit.Manifest.At;

/**
 * One object of a manifest as it was written; what it is of is not looked at yet.
 *
 * @param lines where the field of a path is; 0: that is not known
 * @param misshapen its fields that are of another shape than in any kind with pods
 */
record Document(At at, JsonNode object, List<FieldShapes.Misshapen> misshapen, ToIntFunction<List<String>> lines) {}
