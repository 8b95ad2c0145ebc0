// SPDX-License-Identifier: Apache-2.0
/** Tests of the model as a whole. */
package podium.model;
