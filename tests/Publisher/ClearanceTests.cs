using System.Reflection;
using System.Runtime.CompilerServices;
using MediaGuard.Publisher.Clearances;

namespace MediaGuard.Publisher.Tests;

public sealed class ClearanceTests
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
    private const byte NewObject = 0x73;

    private static readonly ConstructorInfo Maker = typeof(Clearance).GetConstructors(Everything).Single();

    [Test]
    public void Clearance_OutsideTheGate_CannotBeMade()
    {
        Assert.That(Maker.IsPrivate);
        Assert.That(typeof(Clearance).IsSealed);
        Assert.That(
            typeof(Clearance).GetNestedTypes(Everything).Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute), false)),
            Is.EqualTo(new[] { typeof(Clearance.Gate) }));
        Assert.That(typeof(Clearance).GetProperties(Everything).Where(property => property.SetMethod is not null), Is.Empty);
    }

    [Test]
    public void Clearance_InTheWholeAssembly_IsMadeInTheGateOnly()
    {
        var makers = typeof(Clearance).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(Everything).Cast<MethodBase>().Concat(type.GetConstructors(Everything)))
            .Where(Makes)
            .Select(method => Outermost(method.DeclaringType!))
            .ToList();
        Assert.That(makers, Is.EqualTo(new[] { typeof(Clearance.Gate) }));
    }

    // The gate's own code lies in the state machine the compiler nested in it.
    private static Type Outermost(Type type) =>
        type != typeof(Clearance.Gate) && type.DeclaringType is { } outer && outer != typeof(Clearance) ? Outermost(outer) : type;

    private static bool Makes(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        return Enumerable.Range(0, Math.Max(0, code.Length - 4))
            .Any(at => code[at] == NewObject && BitConverter.ToInt32(code, at + 1) == Maker.MetadataToken);
    }
}
