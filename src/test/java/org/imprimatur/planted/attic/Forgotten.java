package org.imprimatur.planted.attic;

public class Forgotten {
}
