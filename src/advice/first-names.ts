/**
 * First names that are common in Germany, in every generation and of the larger groups that came here. Names that are
 * as often something else („August“, „Heide“, „Rose“) are left out: a name that is missed costs less than a false alarm.
 */
const FIRST_NAMES: ReadonlySet<string> = new Set(
  `Abdul Abdullah Achim Ada Adam Adele Adelheid Adnan Adolf Adrian Agata Agathe Agnes Agnieszka Ahmad Ahmed Ahmet
   Aishe Albert Albrecht Aleksandra Alessandro Alex Alexander Alexandra Alexej Alfons Alfred Ali Alice Alicia Alina
   Alisa Alois Alwin Amalia Amelie Amina Amir Amira Ana Anastasia Andrea Andreas Andrej Andrzej Anett Anette Angela
   Angelika Angelo Anika Anita Anja Anka Anke Ann Anna Annabelle Annalena Anne Annegret Annelie Anneliese Annemarie
   Annett Annette Anni Annika Anselm Ansgar Antje Anton Antonia Antonio Arend Arif Armin Arndt Arne Arno Arnold
   Arthur Artur Astrid Aurelia Axel Aylin Aynur Ayse Ayşe Aysegül Barbara Bartosz Bastian Beata Beate Beatrice
   Beatrix Ben Benedikt Benjamin Bernadette Bernd Bernhard Bert Berthold Bertram Bettina Bianca Birgit Birgitta
   Birte Björn Bodo Bogdan Boris Brigitta Brigitte Britta Bruno Burkhard Burkhardt Can Carina Carl Carla Carlo
   Carlos Carmen Carola Carolin Carolina Caroline Carsten Catharina Celina Cem Chantal Charlotte Chiara Chris
   Christa Christel Christian Christiane Christina Christine Christof Christoph Christopher Cindy Clara Clarissa
   Claudia Claus Clemens Conny Conrad Constanze Cord Cordula Corina Corinna Cornelia Cornelius Dagmar Damian Dana
   Daniel Daniela Danuta Dario Dariusz David Deborah Denise Dennis Derya Detlef Detlev Diana Diego Dieter Diethelm
   Dietmar Dietrich Dilek Dimitri Dirk Dmitri Dominic Dominik Dominique Dora Doreen Doris Dorit Dorothea Dorothee
   Dunja Eberhard Eckart Eckhard Eckhardt Edda Edeltraud Edgar Edith Edmund Eduard Egbert Egon Eileen Ekkehard
   Elena Eleonore Elfriede Elias Elif Elina Elisa Elisabeth Elke Ella Ellen Elli Elmar Elsa Elsbeth Elvira Emil
   Emilia Emily Emine Emma Emmi Engelbert Enno Enrico Ercan Erdal Erhard Eric Erich Erik Erika Ernst Erwin Esra
   Esther Eugen Eva Evelin Evelyn Ewa Ewald Fabian Fabienne Fabio Fadime Fatima Fatma Felicitas Felix Ferdinand
   Ferhat Finn Florentine Florian Frank Franka Franz Franziska Frauke Fred Frederik Freya Frida Frieda Friedbert
   Friedel Friederike Friedhelm Friedrich Fritz Fynn Gabi Gabriel Gabriela Gabriele Georg Georgios Gerald Gerd
   Gerda Gereon Gerhard Gerlinde Gernot Gero Gert Gertrud Gesa Giovanni Gisbert Gisela Giuseppe Gottfried Gregor
   Greta Grit Gudrun Guido Gülsen Gundula Gunnar Günter Gunther Günther Gustav Hadi Hakan Halil Halina Hamza Hanna
   Hannah Hannelore Hannes Hanno Hans Hansjörg Harald Hartmut Hartwig Hasan Hassan Hauke Hedwig Heidemarie Heidi
   Heidrun Heike Heiko Heiner Heinrich Heinz Helena Helene Helga Helge Hella Helmut Hendrik Henning Henri Henriette
   Henrik Henry Herbert Heribert Hermann Herta Hilde Hildegard Hilmar Hiltrud Holger Horst Hubert Hubertus Hugo
   Hüseyin Hussein Ibrahim Ida Igor Ilka Ilona Ilse Imke Ina Ines Inga Inge Ingeborg Ingo Ingolf Ingrid Insa
   Ioannis Ira Irene Irina Iris Irma Irmgard Irmtraud Isa Isabel Isabell Isabella Isabelle Ismail Iwan Jakob Jan
   Jana Jane Janek Janina Janine Janis Jannik Janusz Jaqueline Jasmin Jasper Jenny Jens Jessica Jil Jo Joachim
   Joanna Jochen Joel Johann Johanna Johannes Jolanta Jona Jonas Jonathan Joost Jörg Jörn Josef Josefine Joseph
   Josephine Juan Judith Julia Julian Juliane Julius Jupp Jürgen Justin Justine Justus Jutta Kadir Kai Karen Karin
   Karina Karl Karla Karlheinz Karola Karolin Karolina Karoline Karsten Kaspar Kassandra Katarina Katarzyna
   Katharina Käthe Kathleen Kathrin Kati Katja Katrin Kay Kemal Kerstin Kevin Kilian Kim Kira Kirsten Klara Klaus
   Klemens Knut Konrad Konstantin Kornelia Kristian Kristin Kristina Krystyna Krzysztof Kurt Lara Larissa Lars
   Laura Laurenz Lea Leandra Lena Lennard Lennart Leo Leon Leonard Leonhard Leonie Leonora Leopold Lia Lidia Liesel
   Lieselotte Lilli Lilly Lina Linda Linus Lisa Lisbeth Liselotte Lorena Lorenz Lothar Louis Louisa Luca Lucas
   Lucia Lucie Ludger Ludwig Luis Luisa Luise Lukas Lutz Lydia Magda Magdalena Mahmoud Mahmud Maik Maike Maja
   Malgorzata Malte Malwine Mandy Manfred Manja Manuel Manuela Mara Marc Marcel Marco Marcus Mareike Marek Maren
   Margareta Margarete Margit Margot Margret Margrit Maria Mariam Marianne Marie Marieke Mariela Marika Marina
   Mario Marion Marisa Marita Marius Markus Marleen Marlene Marlies Marlis Martha Martin Martina Marvin Maryam
   Mathias Mathilde Matthias Max Maxime Maximilian Mechthild Mehmet Meike Melanie Melina Melissa Meral Merle Mia
   Micha Michael Michaela Michail Michel Michelle Miguel Mika Mike Mila Milan Milena Mina Mira Miriam Mirjam Mirko
   Mohamed Mohammad Mohammed Moritz Muhammed Murat Mustafa Nadia Nadine Nadja Natalia Natalie Natascha Nele
   Nicholas Nick Nico Nicolai Nicolas Nicole Niels Niklas Nikola Nikolai Nikolas Nils Nina Noah Noel Nora Norbert
   Norman Nuri Olaf Ole Oleg Olga Oliver Olivia Omar Ömer Orhan Oskar Osman Otto Özgür Özlem Pascal Patricia
   Patrick Paul Paula Paulina Pauline Peggy Peter Petra Phil Philip Philipp Philippa Pia Piotr Rafael Rahel Raimund
   Rainer Ralf Ralph Ramona Raphael Raphaela Rasmus Rebecca Rebekka Regina Regine Reiner Reinhard Reinhardt
   Reinhold Renate Rene René Ricarda Ricardo Richard Rita Robert Roberto Robin Rocco Roger Roland Rolf Romy Ronald
   Ronja Ronny Rosa Rosemarie Rosi Roswitha Rudi Rüdiger Rudolf Rupert Ruth Sabine Sabrina Said Salih Salim Salma
   Samira Samuel Sandra Sandro Sara Sarah Sascha Saskia Sebastian Selina Selma Semra Serdar Sergej Serkan Severin
   Sibylle Siegbert Siegfried Sieglinde Siegmund Sigmar Sigrid Silke Silvia Simon Simona Simone Sina Sinan Sofia
   Sofie Sonja Sophia Sophie Stanislaw Stefan Stefanie Steffen Steffi Stephan Stephanie Sturmius Susann Susanna
   Susanne Suse Svea Sven Svenja Svetlana Swantje Swetlana Sybille Sylke Sylvia Tamara Tanja Tarek Tatjana Theo
   Theodor Theresa Therese Theresia Thilo Thomas Thorben Thorsten Tilman Tim Timo Tina Tino Tobias Tom Tomasz Toni
   Torben Torsten Traute Udo Ulf Ulla Ulrich Ulrike Ümit Ursel Ursula Uschi Uta Ute Uwe Valentin Valentina Valerie
   Vanessa Vera Verena Veronika Vicky Viktor Viktoria Vincent Vinzenz Viola Vito Vladimir Volker Volkmar Walburga
   Waldemar Walter Waltraud Wendelin Wenke Werner Wiebke Wilfried Wilhelm Wilhelmine Willi Willy Wilma Winfried
   Wladimir Wolfgang Wolfram Xaver Yannick Yannik Yasemin Yasin Yasmin Yusuf Yvonne Zeynep Zoe`.split(/\s+/),
);

/**
 * Whether a word is a first name, one with a hyphen by its parts.
 *
 * @example isFirstName("Hans-Peter") → true
 */
export function isFirstName(word: string): boolean {
  return word.split("-").every((part) => FIRST_NAMES.has(part));
}
