using NUnit.Framework;

// fixtures that mostly wait for the program are marked to run beside others, each in a data folder of its own
[assembly: LevelOfParallelism(2)]
