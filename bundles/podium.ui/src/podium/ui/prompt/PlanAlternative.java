// SPDX-License-Identifier: Apache-2.0
package podium.ui.prompt;

/**
 * What can be asked for in the place of a plan that is shown.
 *
 * @param words on the button beside those of the plan
 * @param begin asks for it, once the plan is closed
 */
public record PlanAlternative(String words, Runnable begin) {}
