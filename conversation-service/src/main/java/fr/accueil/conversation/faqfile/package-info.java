/// FAQs as a file: read from a spreadsheet, shown before anything is saved, and written for one.
@NullMarked
package fr.accueil.conversation.faqfile;

import org.jspecify.annotations.NullMarked;
