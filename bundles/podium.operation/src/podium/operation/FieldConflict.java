// SPDX-License-Identifier: Apache-2.0
package podium.operation;

/**
 * A field that a second writer changed under a write, as JSON text; "(none)": it is not there.
 *
 * @param object as the operator knows it: "Node n1"
 * @param field JSON pointer into it
 * @param base what the plan was made from; empty: not known
 * @param ours what the write wants
 * @param theirs what the server has now
 */
public record FieldConflict(String object, String field, String base, String ours, String theirs) {
    /** True when somebody else changed this field; else it only stands in the same write. */
    public boolean isChanged() {
        return !theirs.equals(base) && !theirs.equals(ours);
    }
}
