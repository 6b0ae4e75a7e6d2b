/// What runs between a customer and the assistant, as types: a booking, a move, a cancellation, a quote, or nothing.
/// The rules stand in the packages of each flow; what is here can be kept as JSON.
@NullMarked
package fr.accueil.router.flow;

import org.jspecify.annotations.NullMarked;
