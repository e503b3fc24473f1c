using NUnit.Framework;

// each fixture has a database of its own; what counts or measures is marked NonParallelizable
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(2)]
