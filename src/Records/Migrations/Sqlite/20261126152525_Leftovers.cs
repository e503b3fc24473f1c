using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MediaGuard.Records.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Leftovers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Nicknames",
                table: "People",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "NormalisedNicknames",
                table: "People",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Leftover",
                table: "Media",
                type: "TEXT",
                maxLength: 48,
                nullable: false,
                defaultValue: "None");

            migrationBuilder.AddColumn<string>(
                name: "Nicknames",
                table: "ImportSteps",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "FoundRegions",
                columns: table => new
                {
                    SchoolId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MediaId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 48, nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: true),
                    CentreX = table.Column<double>(type: "REAL", nullable: true),
                    CentreY = table.Column<double>(type: "REAL", nullable: true),
                    Width = table.Column<double>(type: "REAL", nullable: true),
                    Height = table.Column<double>(type: "REAL", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FoundRegions", x => new { x.SchoolId, x.Id });
                });

            migrationBuilder.CreateIndex(
                name: "IX_FoundRegions_SchoolId_MediaId",
                table: "FoundRegions",
                columns: new[] { "SchoolId", "MediaId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FoundRegions");

            migrationBuilder.DropColumn(
                name: "Nicknames",
                table: "People");

            migrationBuilder.DropColumn(
                name: "NormalisedNicknames",
                table: "People");

            migrationBuilder.DropColumn(
                name: "Leftover",
                table: "Media");

            migrationBuilder.DropColumn(
                name: "Nicknames",
                table: "ImportSteps");
        }
    }
}
