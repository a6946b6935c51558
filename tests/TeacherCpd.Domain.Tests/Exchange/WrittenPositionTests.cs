using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Exchange;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Domain.Tests.Exchange;

public sealed class WrittenPositionTests
{
    [Theory]
    [InlineData("Қазақ тілі мен әдебиеті мұғалімі", Position.Teacher)]
    [InlineData("учитель начальных классов", Position.Teacher)]
    [InlineData("Воспитатель", Position.Teacher)]
    [InlineData("педагог-психолог", Position.Teacher)]
    [InlineData("Директордың оқу ісі жөніндегі орынбасары", Position.Deputy)]
    [InlineData("Заместитель директора по УВР", Position.Deputy)]
    [InlineData("зам. директора", Position.Deputy)]
    [InlineData("Директор", Position.Head)]
    [InlineData("Балабақша меңгерушісі", Position.Head)]
    [InlineData("заведующая детским садом", Position.Head)]
    [InlineData("мектеп директоры", Position.Head)]
    [InlineData("Cынып жетекшісі мұғалім", Position.Teacher)]
    [InlineData("руководитель кружка, педагог дополнительного образования", Position.Teacher)]
    public void Positions_are_read_as_people_write_them(string text, Position position) => Assert.Equal(position, WrittenPosition.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("аспаз")]
    [InlineData("уборщица")]
    [InlineData("руководитель кружка")]
    public void What_is_no_position_that_we_know_is_not_guessed(string text) => Assert.Null(WrittenPosition.Read(text));

    [Theory]
    [InlineData("ауылдық жер", Settlement.Rural)]
    [InlineData("сельская местность", Settlement.Rural)]
    [InlineData("қала", Settlement.Urban)]
    [InlineData("городская", Settlement.Urban)]
    public void Settlements_are_read(string text, Settlement settlement) => Assert.Equal(settlement, WrittenPosition.Settlement(text));

    [Theory]
    [InlineData("жеке меншік", Ownership.Private)]
    [InlineData("частная", Ownership.Private)]
    [InlineData("государственная (коммунальная)", Ownership.State)]
    [InlineData("НЗМ", Ownership.IntellectualSchools)]
    public void Owners_are_read(string text, Ownership ownership) => Assert.Equal(ownership, WrittenPosition.Ownership(text));

    [Theory]
    [InlineData("ЖСН", RegisterColumn.Iin)]
    [InlineData("ИИН / IIN", RegisterColumn.Iin)]
    [InlineData("Код организации образования", RegisterColumn.OrganisationCode)]
    [InlineData("Лауазымы", RegisterColumn.Position)]
    [InlineData("Біліктілік санаты", RegisterColumn.Category)]
    [InlineData("Наименование на русском языке", RegisterColumn.OrganisationRu)]
    [InlineData("по состоянию на", RegisterColumn.AsOf)]
    public void Headings_are_known_in_every_language(string heading, RegisterColumn column) => Assert.Equal(column, RegisterColumns.Of(heading));

    [Fact]
    public void A_heading_that_names_nothing_is_told_as_such() => Assert.Null(RegisterColumns.Of("көз түсі"));
}
