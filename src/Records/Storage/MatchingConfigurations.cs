using MediaGuard.Records.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MediaGuard.Records.Storage;

/// <summary>Keys and indexes of what matching needs.</summary>
internal sealed class MatchingConfiguration :
    IEntityTypeConfiguration<MatchingChoiceRow>, IEntityTypeConfiguration<GuardianRow>, IEntityTypeConfiguration<TemplateRow>, IEntityTypeConfiguration<ReferenceRow>
{
    public void Configure(EntityTypeBuilder<MatchingChoiceRow> builder)
    {
        builder.ToTable("MatchingChoices").HasKey(r => new { r.SchoolId, r.Sequence });
        builder.Property(r => r.Sequence).ValueGeneratedNever();
        builder.Property(r => r.Reference).HasMaxLength(200);
        builder.Property(r => r.LeadName).HasMaxLength(200);
        builder.Property(r => r.AdviceReference).HasMaxLength(200);
        builder.Property(r => r.AdviceBy).HasMaxLength(200);
    }

    public void Configure(EntityTypeBuilder<GuardianRow> builder)
    {
        builder.ToTable("Guardians").HasKey(r => new { r.SchoolId, r.Id });
        builder.HasIndex(r => new { r.SchoolId, r.PersonId });
        builder.Property(r => r.Name).HasMaxLength(200);
        builder.Property(r => r.Email).HasMaxLength(254);
        builder.Property(r => r.HasResponsibility).HasDefaultValue(true).HasSentinel(true);
        builder.Property(r => r.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<TemplateRow> builder)
    {
        builder.ToTable("Templates").HasKey(r => new { r.SchoolId, r.PersonId });
        builder.Property(r => r.Model).HasMaxLength(100);
    }

    public void Configure(EntityTypeBuilder<ReferenceRow> builder)
    {
        builder.ToTable("References").HasKey(r => new { r.SchoolId, r.Id });
        builder.HasIndex(r => new { r.SchoolId, r.PersonId });
    }
}
