using MediaGuard.Media;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MediaGuard.Records.Storage;

/// <summary>Enums are stored by name so that a reordered enum cannot change what a row says; a status is a number because it is compared.</summary>
internal static class Conventions
{
    public static void EnumsByName(IMutableEntityType type)
    {
        foreach (var property in type.GetProperties())
        {
            var clr = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            if (clr.IsEnum && clr != typeof(MediaStatus) && clr != typeof(Verdict))
            {
                property.SetValueConverter((ValueConverter)Activator.CreateInstance(typeof(EnumToStringConverter<>).MakeGenericType(clr))!);
                property.SetMaxLength(48);
            }
        }
    }
}
