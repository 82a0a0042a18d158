/** The federated methods: what is shared, what stays, how a site learns and what it then predicts. */
@NullMarked
package dev.auricle.learning.method;

import org.jspecify.annotations.NullMarked;
