"""Names and words that the synthetic place is made of: common ones, put together at random."""


def _listed(text: str) -> tuple[str, ...]:
    """Words set apart by spaces."""
    return tuple(text.split())


FORENAMES_F = _listed(
    """
    Amelia Olivia Isla Ava Mia Freya Grace Ella Maya Aisha Fatima Zara Priya Ananya Chloë Zoë Renée Siân Niamh Erin
    Hannah Lucy Sophie Emma Jessica Rachel Laura Sarah Karen Susan Julie Linda Margaret Dorothy Joan Patricia Amina
    Halima Nadia Leila Yasmin Samira Ewa Agata Magda Ilinca Bianca Adaeze Folake Abena Mei Ling Thuy Carmen Inés
    Lena
    """
)
FORENAMES_M = _listed(
    """
    Oliver George Arthur Noah Leo Oscar Harry Jack Theo Charlie Ahmed Omar Yusuf Ibrahim Arjun Rohan Dev André José
    Rhys Callum Liam Ryan Connor Jamie Daniel Matthew Andrew Stephen Paul Kevin Peter Alan Derek Ronald Harold
    Kenneth Tariq Bilal Imran Hassan Khalid Piotr Marek Tomasz Ionut Radu Emeka Tunde Kwame Wei Jun Minh Pablo
    Zoltán Andrei Ivan Karl
    """
)
SURNAMES = _listed(
    """
    Ashby Barlow Bentley Birch Booth Bradshaw Briggs Brook Buckley Burrows Carter Chadwick Clegg Coates Cooper
    Crossley Dale Dawson Dixon Drummond Eastwood Ellis Fairclough Farrow Fielding Firth Fletcher Garside Gibson
    Greenwood Hargreaves Harker Haworth Heaton Hodge Holden Hollis Holroyd Howarth Hoyle Ingham Jagger Kershaw
    Kirkby Lister Lockwood Lumb Marsden Mather Midgley Naylor Nuttall Ogden Ormerod Parkin Pickles Pollard Ramsden
    Rawson Riley Royle Schofield Shaw Stott Sutcliffe Tattersall Thorpe Turner Uttley Varley Wadsworth Walker
    Whitaker Widdop Yates Ahmad Akhtar Begum Hussain Iqbal Khan Malik Mirza Rashid Saeed Shah Bose Chaudhuri Das
    Desai Gill Kaur Mehta Nair Patel Rao Sharma Singh Adeyemi Balogun Eze Mensah Okafor Osei Owusu Kowalski
    Lewandowski Nowak Wójcik Zielinska Dumitru Ionescu Popescu Chan Cheung Lau Nguyen Tran Wong García Fernández
    Silva Costa Müller Petrov Novák
    """
)
STREETS = _listed(
    """
    Alma Beech Canal Chapel Cross Dene Elm Foundry Garden Hawthorn Ivy Jubilee Kiln Laurel Mill North Orchard Park
    Quarry Rowan School Tenter Union Vale Well York
    """
)
ROADS = ("Street", "Road", "Lane", "Close", "Avenue", "Terrace")
AREA_HEADS = _listed(
    """
    Ash Beck Birk Clay Crow Dun Elm Fern Gold Hag Holm Kirk Ling Mere Nether Over Raven Sand Thorn Wether
    """
)
AREA_TAILS = _listed(
    """
    bury by croft dale den field ford gate ham hurst ley more royd shaw side stall ton wick wood worth
    """
)
OFFERS = ("Universal", "Universal Plus", "Targeted", "Partnership Plus")
PLANS = ("CIN", "CP", "EH step down", "Assessment", "Review")
MEMOS = ("payment plan agreed", "repair reported", "UC claim spoke by phone", "visited, all well", "interview at office")
REASONS = ("low mood", "rent arrears", "caring for a parent", "school attendance", "isolated", "debt", "parenting support")
OUTCOMES = ("accepted", "signposted", "declined", "waiting", "did not meet threshold")
RECEIVERS = ("Family Hub", "Money Advice", "Carers Centre", "Talking Therapies", "Youth Service", "Recovery Service")
KINDS = ("Group", "Drop-in", "Advice", "Club", "Outreach", "Course", "Clinic", "Helpline", "Project", "Circle")
DAYS = ("Mon 10-12", "Tue 13-15", "Wed 9.30-11", "Thu 16-18", "Fri 10-12", "Sat 10-13", "by appointment")
AGES = ("0-4", "5-11", "11-17", "16-25", "18+", "65+", "0-19", "")
