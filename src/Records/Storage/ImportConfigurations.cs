using MediaGuard.Records.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MediaGuard.Records.Storage;

/// <summary>Keys and indexes of imports and protection.</summary>
internal sealed class ImportConfiguration :
    IEntityTypeConfiguration<ProtectionRow>, IEntityTypeConfiguration<ImportRunRow>, IEntityTypeConfiguration<ImportStepRow>, IEntityTypeConfiguration<ImportDraftRow>
{
    public void Configure(EntityTypeBuilder<ProtectionRow> builder)
    {
        builder.ToTable("Protections").HasKey(r => new { r.SchoolId, r.Id });
        builder.HasIndex(r => new { r.SchoolId, r.PersonId });
    }

    public void Configure(EntityTypeBuilder<ImportRunRow> builder)
    {
        builder.ToTable("ImportRuns").HasKey(r => new { r.SchoolId, r.Id });
        builder.Property(r => r.Mapping).HasMaxLength(32);
    }

    public void Configure(EntityTypeBuilder<ImportStepRow> builder)
    {
        builder.ToTable("ImportSteps").HasKey(r => new { r.SchoolId, r.RunId, r.Number });
        builder.HasIndex(r => new { r.SchoolId, r.PersonId });
    }

    public void Configure(EntityTypeBuilder<ImportDraftRow> builder) => builder.ToTable("ImportDrafts").HasKey(r => new { r.SchoolId, r.Id });
}
